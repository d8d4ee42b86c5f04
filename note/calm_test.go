package note

import (
	"strings"
	"testing"

	"afterword"
)

// Sentences of letters that people were proud of, each with a word that a hasty reader takes for a
// fault. None raises a finding of wording.
func TestWhatOnlySoundsLikeAFaultIsNone(t *testing.T) {
	t.Parallel()
	for _, s := range []string{
		"I was sick of spreadsheets before, and your tool cured me.",
		"I am sorry that I missed your colleague from the night team.",
		"You said that you would decide by Friday, and I am happy to wait.",
		"Please let me know if you need anything else from me.",
		"I have attached myself to worse teams than yours, and left them better.",
		"The way you pay attention to the last metre of the delivery impressed me.",
		"My wife and I moved here for the sea, so the early ferry is no hardship.",
		"My husband drove a bus for your company in the nineties.",
		"My mother worked on a ward like yours, so I know the smell of floor polish at six.",
		"I learned the trade from my father, who still says that wood remembers.",
		"The holiday park is lovely out of season.",
		"You asked how I would handle an angry customer.",
		"Your patience with my German was generous.",
		"It was generous of you to give me so much time.",
		"I look forward to hearing from you by the end of the month, as you said.",
		"It must be hard to close a branch, and you spoke of it with care.",
		"Thanks to your map I found the side gate at once.",
		"I would be glad to answer by phone or to come back, whichever suits.",
		"I could start on Monday, or whenever the roster allows.",
		"The box of index cards behind the desk made me smile.",
		"I liked the story of the wedding cake that had to be baked twice.",
		"The wine list with only one page is a brave thing.",
		"I read the grant report that you recommended, and the second chapter answers my question.",
		"The salary module you showed me is neat.",
		"In my last job I ran the annual leave calendar for 300 people.",
		"I brought the sick pay backlog down from nine weeks to two.",
		"Your team earned my respect when the alarm went off and nobody ran.",
		"The depression of the ground near the culvert explains the puddle.",
		"The panel was kind and the questions were fair.",
		"You looked at my drawings longer than anyone has.",
		"You seemed to know every pupil by name.",
		"I felt at home within ten minutes.",
		"I did not know that the archive holds the letters of two ministers.",
		"I would have liked to see the press running.",
		"Normally I work nights, so the early shift would be a change I want.",
		"My answer on pricing was short; here is the rest of it.",
		"I have thought about your question on scope, and my answer would now be different.",
		"I have another interview next week, and I will keep you informed.",
		"The BBC and the NHS both use this font.",
		"I hold a HGV licence and a CSCS card.",
		"My time at Tesco taught me to count twice.",
		"I worked at Siemens for six years and know the old controllers.",
		"If your colleague on reception found a grey scarf, it is mine.",
		"Could you tell me whether the course in May is open to outsiders?",
		"I would be grateful for a line when you have decided.",
		"Nobody had ever shown me a kiln from the inside before.",
		"No one hurried me, which I took as a good sign.",
		"I have been waiting for a role like this since college.",
		"It is not every day that one is handed a falcon.",
		"The fire in the warehouse in 1998, and what you changed after it, stayed with me.",
		"I am used to being on call, and I sleep well.",
		"I could hardly believe that the whole catalogue fits on one wall.",
		"Your apprentices were funny about the coffee machine.",
		"What you said about the strike was honest and helpful.",
		"I take the point that speed is not everything.",
		"I wish you and the team all the best with the move to Cardiff.",
		"I will bring the certificate on my first day if it comes to that.",
		"We both laughed about the printer, and I left in a good mood.",
		"I was the only one in my year who liked statistics.",
		"You mentioned that the lease ends in June, so I looked at the three sites again.",
		"I owe you a proper answer about Excel.",
		"I was nervous before, and not at all after the first five minutes.",
		"My children learned to swim in your pool.",
		"You were right that the simplest thing is to ask the driver.",
		"I have asked my referees, and both are glad to speak to you.",
		"Of the three tasks, the one with the broken log was my favourite.",
		"I know how busy the weeks before Christmas are in a bakery.",
		"The urgent care centre was calmer than any I have seen.",
		"I had no idea that a fern could come back from that.",
		"I have ten years behind me, most of it outdoors.",
	} {
		body := "Dear Priya,\n\nThank you for the long conversation on Tuesday and for the tour of the site. " + s + "\n\nI would like to join Northwind.\n\nKind regards,\nAsha"
		for _, c := range Check("", body, Known{Kind: afterword.Thanks, To: "Priya Nair", Employer: "Northwind"}).Checks {
			if c.Level != afterword.OK {
				at := ""
				if c.At != nil {
					at = strings.TrimSpace(body[c.At[0]:c.At[1]])
				}
				t.Errorf("%s\n   %s: %s (%q)", s, c.Check, c.Says, at)
			}
		}
	}
}
