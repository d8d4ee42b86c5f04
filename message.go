package afterword

import "time"

// Message is the text of what came in from the employer, the agency or a referee.
type Message struct {
	ID        ID        `json:"id"`
	Interview ID        `json:"interview"`
	Text      string    `json:"text"`
	CreatedAt time.Time `json:"created_at"`
}
