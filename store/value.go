package store

import (
	"database/sql/driver"
	"encoding/json"
	"fmt"
	"time"

	"afterword"
)

// stampLayout is the one form of a time in SQL: UTC and of fixed width, so that comparing texts
// compares times.
const stampLayout = "2006-01-02T15:04:05.000000Z"

// stamp is a time on its way into SQL or out of it; the zero time is an empty text.
type stamp time.Time

// Value writes the time.
func (s stamp) Value() (driver.Value, error) {
	t := time.Time(s).UTC()
	if t.IsZero() {
		return "", nil
	}
	if y := t.Year(); y < 1 || y > 9999 {
		return nil, afterword.Errorf(afterword.InvalidInput, "the year %d is out of reach", y)
	}
	return t.Format(stampLayout), nil
}

// Scan reads the time.
func (s *stamp) Scan(v any) error {
	text, err := asText(v)
	if err != nil || text == "" {
		*s = stamp{}
		return err
	}
	t, err := time.Parse(stampLayout, text)
	*s = stamp(t)
	return err
}

// day is a date on its way into SQL or out of it.
type day afterword.Date

// Value writes the date.
func (d day) Value() (driver.Value, error) { return afterword.Date(d).String(), nil }

// Scan reads the date.
func (d *day) Scan(v any) error {
	text, err := asText(v)
	if err != nil {
		return err
	}
	return (*afterword.Date)(d).UnmarshalText([]byte(text))
}

// opaque is a value that SQL keeps as JSON and never looks into.
type opaque struct{ v any }

// Value writes the JSON.
func (o opaque) Value() (driver.Value, error) {
	b, err := json.Marshal(o.v)
	return string(b), err
}

// Scan reads the JSON.
func (o opaque) Scan(v any) error {
	text, err := asText(v)
	if err != nil {
		return err
	}
	return json.Unmarshal([]byte(text), o.v)
}

func asText(v any) (string, error) {
	switch v := v.(type) {
	case string:
		return v, nil
	case []byte:
		return string(v), nil
	}
	return "", fmt.Errorf("expected a text, found %T", v)
}

func scanWords(r row) (s string, err error) { return s, r.Scan(&s) }
