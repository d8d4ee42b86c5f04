package note

// Alike is how alike two letters are: twice the longest common subsequence of words, by the words of
// both (contract, section 7). Two empty texts are alike.
func Alike(a, b string) float64 {
	x, y := split(a), split(b)
	if len(x)+len(y) == 0 {
		return 1
	}
	if len(x) < len(y) {
		x, y = y, x
	}
	row := make([]int, len(y)+1)
	for i := range x {
		diagonal := 0
		for j := range y {
			above := row[j+1]
			switch {
			case x[i].low == y[j].low:
				row[j+1] = diagonal + 1
			case row[j] > above:
				row[j+1] = row[j]
			}
			diagonal = above
		}
	}
	return 2 * float64(row[len(y)]) / float64(len(x)+len(y))
}
