package policy

import (
	"afterword"
)

// plan asks each clock for its steps, then says where the interview stands.
func (f *fold) plan() afterword.Plan {
	p := afterword.Plan{Interview: f.Interview, Application: f.c.Application.ID, AsOf: f.now.UTC(), Outcome: f.Outcome,
		Steps: []afterword.Step{}}
	if f.sit == nil {
		return p
	}
	f.cardStep()
	f.debriefStep()
	over := f.sit.lost || f.ended(f.sit)
	if over || f.HasDebrief {
		f.lookBackStep()
		f.thankSteps()
	}
	f.promiseSteps()
	f.replySteps()
	f.withdrawStep()
	f.answerSteps()
	if over || f.HasDebrief {
		f.headsUpSteps()
	}
	if f.HasDebrief {
		f.askSteps()
		f.decideStep()
	}
	f.refereeThanksSteps()
	p.State = f.state()
	if f.HasDebrief || over && !f.sit.lost || f.sit.lost && f.Wait != nil {
		f.followUpStep()
	}
	if f.HasDebrief {
		f.keepGoingStep(p.State)
	}
	f.closeStep()
	f.availableSteps()
	f.nextRoundStep()
	f.remind()
	byUrgency(f.steps.list)
	if f.steps.list != nil {
		p.Steps = f.steps.list
	}
	if f.Wait != nil && !f.Ended && (f.sit.lost || over) {
		w := *f.Wait
		w.AskFrom = w.AskFrom.UTC()
		p.Wait = &w
	}
	p.Says = f.says(p)
	return p
}
