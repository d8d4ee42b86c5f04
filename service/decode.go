package service

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
	"time"

	"github.com/goccy/go-yaml"

	"afterword"
)

// debriefLimit bounds a debrief file: six pages are some ten kilobytes.
const debriefLimit = 1 << 20

// DecodeDebrief reads a debrief file, JSON or YAML (contract, section 5). A key or a value that is
// not known is an error that names it. name is the file's, for the error.
func DecodeDebrief(name string, b []byte) (afterword.Debrief, error) {
	var d afterword.Debrief
	if len(b) > debriefLimit {
		return d, afterword.Invalid(name, "is larger than 1 MiB").WithHint("a debrief is a few pages of text")
	}
	trimmed := bytes.TrimSpace(bytes.TrimPrefix(b, []byte("\xef\xbb\xbf")))
	if len(trimmed) == 0 {
		return d, afterword.Invalid(name, "is empty").WithHint(`write at least {"just": "…"}`)
	}
	if trimmed[0] != '{' {
		j, err := yaml.YAMLToJSON(trimmed)
		if err != nil {
			return d, afterword.Invalid(name, "is neither JSON nor YAML: %s", firstLine(yaml.FormatError(err, false, false)))
		}
		trimmed = j
	}
	if bytes.Equal(bytes.TrimSpace(trimmed), []byte("null")) {
		return d, afterword.Invalid(name, "holds nothing where an object belongs").WithHint(`write at least {"just": "…"}`)
	}
	if err := strict(name, trimmed, &d); err != nil {
		return d, err
	}
	if d.Emptied != nil {
		return d, unknownKey("emptied")
	}
	var held map[string]any // the file was read above: this cannot go wrong
	_ = json.Unmarshal(trimmed, &held)
	d.Emptied = d.Empties(slices.Sorted(maps.Keys(held))...)
	return d, validate(d)
}

// strict decodes one JSON object and refuses keys that it does not know.
func strict(name string, b []byte, into any) error {
	dec := json.NewDecoder(bytes.NewReader(b))
	dec.DisallowUnknownFields()
	if err := dec.Decode(into); err != nil {
		return decodeError(name, b, err)
	}
	if _, err := dec.Token(); !errors.Is(err, io.EOF) {
		return afterword.Invalid(name, "holds more than one object")
	}
	return nil
}

func decodeError(name string, b []byte, err error) error {
	var syntax *json.SyntaxError
	var kind *json.UnmarshalTypeError
	var own *afterword.Error
	switch {
	case errors.As(err, &own):
		due := *own // a date reads itself and does not know its key: the only one in a debrief
		due.Field = "promised.due"
		return &due
	case errors.As(err, &syntax):
		return afterword.Invalid(name, "line %d is not JSON: %s", 1+bytes.Count(b[:min(int(syntax.Offset), len(b))], []byte("\n")), syntax.Error())
	case errors.As(err, &kind):
		field := kind.Field
		value, _, _ := strings.Cut(kind.Value, " ") // "number 5" names the number as well
		if field == "" {
			return afterword.Invalid(name, "holds %s where an object belongs", kindWords(value))
		}
		return afterword.Invalid(field, "holds %s where %s belongs", kindWords(value), kindWords(kind.Type.Kind().String()))
	case errors.Is(err, io.ErrUnexpectedEOF), errors.Is(err, io.EOF):
		return afterword.Invalid(name, "ends in the middle")
	}
	if key, ok := strings.CutPrefix(err.Error(), "json: unknown field "); ok {
		return unknownKey(strings.Trim(key, `"`))
	}
	return afterword.Invalid(name, "cannot be read: %s", err)
}

func unknownKey(key string) error {
	return afterword.Invalid(key, "is not a key of a debrief").
		WithHint("known keys: met, met_nobody_named, questions, unsaid, could_help_with, own_questions, promised, hear, want, went_well, next_time, signs, just")
}

func kindWords(k string) string {
	switch k {
	case "string":
		return "text"
	case "slice", "array":
		return "a list"
	case "bool":
		return "true or false"
	case "struct", "ptr", "map", "object":
		return "an object"
	}
	return "a " + k
}

func firstLine(s string) string {
	line, _, _ := strings.Cut(strings.TrimSpace(s), "\n")
	return line
}

// oneOf says that a value is not one of the known ones.
func oneOf(field, got string, known ...string) error {
	if got == "" || slices.Contains(known, got) {
		return nil
	}
	return afterword.Invalid(field, "%q is not known", got).WithHint("use one of: %s", strings.Join(known, ", "))
}

// validate holds a debrief against the words of the contract.
func validate(d afterword.Debrief) error {
	var errs []error
	add := func(err error) { errs = append(errs, err) }
	for i, m := range d.Met {
		if strings.TrimSpace(m.Name) == "" && strings.TrimSpace(m.Email) == "" {
			add(afterword.Invalid(fmt.Sprintf("met[%d].name", i), "is empty").WithHint("give a name, or leave the entry out"))
		}
		if m.Email != "" && !plainAddress(m.Email) {
			add(afterword.Invalid(fmt.Sprintf("met[%d].email", i), "%q is not a mail address", m.Email))
		}
		add(isPersonal(fmt.Sprintf("met[%d].email", i), m.Email))
	}
	for i, q := range d.Questions {
		if strings.TrimSpace(q.Asked) == "" {
			add(afterword.Invalid(fmt.Sprintf("questions[%d].asked", i), "is empty"))
		}
		add(oneOf(fmt.Sprintf("questions[%d].felt", i), q.Felt, "fine", "hard", "more_to_say"))
		add(oneOf(fmt.Sprintf("questions[%d].reaction", i), q.Reaction, "warm", "neutral", "hard_to_tell"))
	}
	for i, p := range d.Promised {
		if strings.TrimSpace(p.What) == "" {
			add(afterword.Invalid(fmt.Sprintf("promised[%d].what", i), "is empty"))
		}
	}
	if h := d.Hear; h != nil {
		add(oneOf("hear.either_way", h.EitherWay, "yes", "only_if_yes", "unknown"))
		add(oneOf("hear.another_round", h.AnotherRound, "yes", "no", "unknown"))
		add(oneOf("hear.channel", string(h.Channel), "email", "phone", "message", "portal", "agency", "any"))
	}
	for i, g := range d.Signs {
		if strings.TrimSpace(g.What) == "" {
			add(afterword.Invalid(fmt.Sprintf("signs[%d].what", i), "is empty"))
		}
	}
	add(oneOf("want", string(d.Want), "still", "unsure", "no"))
	for i, m := range d.Matters {
		add(oneOf(fmt.Sprintf("matters[%d].fit", i), m.Fit, "yes", "no", "ask"))
	}
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}

// counts says that a debrief holds what makes it one: someone met, nobody named, or free text.
func counts(d afterword.Debrief) error {
	if len(d.Met) > 0 || d.MetNobodyNamed || strings.TrimSpace(d.Just) != "" {
		return nil
	}
	return afterword.Invalid("met", "is missing").
		WithHint(`name who you met, or say "met_nobody_named": true, or write a line in "just"`)
}

// moment is an optional time, parsed later.
func optional(t time.Time) *time.Time {
	if t.IsZero() {
		return nil
	}
	u := t.UTC()
	return &u
}
