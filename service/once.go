package service

import "afterword"

// once answers a form that was posted before with what it made the first time.
func (w *work) once(key string, v *InterviewView) (bool, error) {
	if key == "" {
		return false, nil
	}
	already, result, err := w.Once(key)
	if err != nil || !already {
		return false, err
	}
	*v, err = w.show(afterword.ID(result))
	return true, err
}

func (w *work) onceFact(key string, v *FactView) (bool, error) {
	if key == "" {
		return false, nil
	}
	already, result, err := w.Once(key)
	if err != nil || !already {
		return false, err
	}
	x, err := w.Fact(afterword.ID(result))
	if err != nil {
		return true, err
	}
	f, err := w.file(x.Application)
	if err != nil {
		return true, err
	}
	*v = w.factView(f, x)
	return true, nil
}

// remember keeps what a form made.
func (w *work) remember(key string, id afterword.ID) error {
	if key == "" {
		return nil
	}
	return w.SaveOnce(key, string(id))
}

// NotePageView is a note with all that its page shows.
type NotePageView struct {
	NoteView
	Of         InterviewView           `json:"interview_view"`
	BestBefore string                  `json:"best_before"` // in words, empty when nothing presses
	Leftovers  []string                `json:"leftovers"`   // points of the debrief that a thank-you does not hold, as sentences
	Verdict    afterword.Verdict       `json:"verdict"`
	Others     []NoteView              `json:"others"` // the other notes of the sitting, for its tabs
	Because    string                  `json:"because"`
	Practices  []string                `json:"practices"`
	Earlier    []afterword.EarlierText `json:"earlier"` // what it said before, the newest first
}
