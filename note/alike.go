package note

// Alike is how alike two letters are: twice the longest common subsequence of words, by the words of
// both (contract, section 7). Two empty texts are alike.
func Alike(a, b string) float64 {
	numbers := map[string]int32{}
	x, y := numbered(a, numbers), numbered(b, numbers)
	if len(x)+len(y) == 0 {
		return 1
	}
	if len(x) < len(y) {
		x, y = y, x
	}
	row := make([]int32, len(y)+1)
	for _, w := range x {
		diagonal, left := int32(0), int32(0)
		for j, v := range y {
			above := row[j+1]
			switch {
			case w == v:
				left = diagonal + 1
			case above > left:
				left = above
			}
			diagonal, row[j+1] = above, left
		}
	}
	return 2 * float64(row[len(y)]) / float64(len(x)+len(y))
}

// numbered is a text as one number for each word, so that comparing is cheap.
func numbered(s string, numbers map[string]int32) []int32 {
	ws := split(s)
	ns := make([]int32, len(ws))
	for i, w := range ws {
		n, ok := numbers[w.low]
		if !ok {
			n = int32(len(numbers))
			numbers[w.low] = n
		}
		ns[i] = n
	}
	return ns
}
