package reading

// frame is an act that a sentence does where it has words of some classes and none of others.
type frame struct {
	kind   string
	weight int
	all    class
	none   class
}

// spread are the frames that may lie in two sentences, one after the other: "Come and meet Bryn.
// Tuesday at 3?"
var spread = []frame{
	{NextRound, 4, asks | meeting | moment, absent | home | received | terms | trade},
	{NextRound, 4, stage | through | moment, someone | opinion | trade},
	{Documents, 4, hands | paper | begs | you, received | referee | opinion | trade | stage},
	{References, 4, referee | named | asks, accepting | received | opinion | thanks},
	{Offer, 4, terms | yours | you, denial | someone | trade | stage},
}

// doesWith is what two neighbours do together.
func doesWith(before, found class, got map[string]int) {
	both := before | found
	for _, f := range spread {
		if both&f.all == f.all && both&f.none == 0 && before&f.all != f.all {
			got[f.kind] = max(got[f.kind], f.weight)
		}
	}
}

// frames say what a sentence does by the company that its words keep, for what no clue says by heart.
// A clue is sure of its words; a frame is sure of nothing but that they stand in one sentence.
var frames = []frame{
	{No, 5, chooses | someone, yet | stage | slot | referee | paper | absent},
	{No, 5, denial | onward | you, yet | accepting | paper | referee | glad},
	{No, 4, post | gone, yet | glad},
	{No, 3, post | someone, yet | stage | slot | referee | absent | asks | home | trade | late},
	{No, 4, lost, yours | glad | advice},
	{No, 5, refused, yet | slot | absent | trade},
	{No, 3, regret | denial | you, yet | late | slot | paper | asks | hands | absent | moment | terms | opinion | advice | glad},
	{No, 3, farewell, stage | slot | accepting},
	{No, 2, again, stage | accepting | trade},
	{No, 1, regret, absent},

	{Offer, 5, glad | taken, denial | stage | slot | someone | titled | trade},
	{Offer, 5, taken | terms, denial | stage | slot | someone | titled | trade},
	{Offer, 4, yours, denial | stage | slot | someone | titled | absent | trade},
	{Offer, 4, accepting, denial | stage | trade},
	{Offer, 3, terms | yours, denial | trade},
	{Offer, 2, terms, denial | trade | asks | received | referee},

	{NextRound, 5, stage | through, denial | someone | opinion},
	{NextRound, 4, stage | moment, opinion | advice | denial},
	{NextRound, 5, asks | meeting | moment, absent | home | received},
	{NextRound, 3, slot, absent | received | terms},
	{NextRound, 4, summons | stage, opinion | denial},
	{NextRound, 3, summons | moment, terms},
	{NextRound, 2, stage, opinion | regret | late | denial},

	{Documents, 5, hands | paper | begs, received | referee | opinion | trade | stage},
	{Documents, 3, hands | paper, received | referee | opinion | trade | stage},

	{References, 6, referee | named, accepting | received | opinion | thanks},
	{References, 5, referee | denial, accepting | opinion | received | stage},
	{References, 3, referee, accepting | opinion},

	{Delay, 5, yet | pending, someone | stage | opinion | farewell},
	{Delay, 4, late, opinion | advice | absent | terms | trade},
	{Delay, 5, late | pending, opinion | advice},
	{Delay, 5, cause | pending, opinion | advice | someone | trade | terms},
	{Delay, 2, cause, opinion | advice | someone | trade | terms | home},
	{Delay, 3, informed, opinion | absent},

	{Acknowledgement, 5, received, hands | asks | opinion | absent | trade | referee},
	{Acknowledgement, 2, thanks, asks | stage | farewell | opinion},

	{Feedback, 4, opinion, trade | asks},
	{Feedback, 4, advice | trait, hands},
	{Feedback, 3, advice, hands | late},
	{Feedback, 2, trait, 0},
}

// does adds what the frames say of a sentence.
func does(found class, half int, got map[string]int) {
	if found&home != 0 && found&hiring == 0 {
		return
	}
	for _, f := range frames {
		if found&f.all == f.all && found&f.none == 0 {
			got[f.kind] = max(got[f.kind], f.weight/half)
		}
	}
}
