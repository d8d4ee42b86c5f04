package service

import (
	"context"
	"net/mail"
	"net/url"
	"strings"

	"afterword"
	"afterword/when"
)

// Settings are what the person said of themselves.
func (s *Service) Settings(ctx context.Context, a afterword.Actor) (set afterword.Settings, err error) {
	err = s.read(ctx, a, func(w *work) error {
		set = w.account.Settings
		return nil
	})
	return set, err
}

// settings are the names of `afterword set`, each with how its value is put in.
func settings() map[string]func(*afterword.Settings, string) {
	return map[string]func(*afterword.Settings, string){
		"name":        func(s *afterword.Settings, v string) { s.Name = v },
		"email":       func(s *afterword.Settings, v string) { s.Email = v },
		"sign-off":    func(s *afterword.Settings, v string) { s.SignOff = v },
		"link":        func(s *afterword.Settings, v string) { s.Link = v },
		"zone":        func(s *afterword.Settings, v string) { s.Zone = v },
		"region":      func(s *afterword.Settings, v string) { s.Region = v },
		"weekend":     func(s *afterword.Settings, v string) { s.Weekend = v },
		"matters":     func(s *afterword.Settings, v string) { s.Matters = split(v) },
		"next-step":   func(s *afterword.Settings, v string) { s.NextStep = v },
		"good-things": func(s *afterword.Settings, v string) { s.GoodThings = split(v) },
		"mail-app":    func(s *afterword.Settings, v string) { s.MailApp = v },
	}
}

// Set changes one setting by the name it has on the command line. An empty value clears it.
func (s *Service) Set(ctx context.Context, a afterword.Actor, name, value string) (set afterword.Settings, err error) {
	err = s.write(ctx, a, func(w *work) error {
		set = w.account.Settings
		value := strings.TrimSpace(value)
		if name == "formal" {
			yes, err := yesNo(name, value)
			if err != nil {
				return err
			}
			set.Formal = yes
			return w.saveSettings(&set)
		}
		put, ok := settings()[name]
		if !ok {
			return afterword.Invalid(name, "is not a setting").
				WithHint("settings: name, email, sign-off, link, zone, region, weekend, formal, matters, next-step, good-things, holidays, mail-app")
		}
		put(&set, value)
		return w.saveSettings(&set)
	})
	return set, err
}

// SaveSettings replaces all settings, as the page You does.
func (s *Service) SaveSettings(ctx context.Context, a afterword.Actor, set afterword.Settings) (afterword.Settings, error) {
	err := s.write(ctx, a, func(w *work) error { return w.saveSettings(&set) })
	return set, err
}

func (w *work) saveSettings(set *afterword.Settings) (err error) {
	if set.Email != "" {
		m, err := mail.ParseAddress(set.Email)
		if err != nil {
			return afterword.Invalid("email", "%q is not a mail address", set.Email).WithHint("write it like asha@example.org")
		}
		set.Email = m.Address
	}
	if set.Zone != "" {
		l, err := when.LoadZone("zone", set.Zone)
		if err != nil {
			return err
		}
		set.Zone = l.String()
	}
	if set.Region, err = when.ParseRegion(set.Region); err != nil {
		return err
	}
	if set.Weekend != "" {
		if _, err = when.ParseWeekend(set.Weekend); err != nil {
			return err
		}
	}
	if set.Link != "" {
		if u, err := url.Parse(set.Link); err != nil || u.Host == "" && !strings.Contains(set.Link, ".") {
			return afterword.Invalid("link", "%q is not a link", set.Link).WithHint("write it like https://asha.example")
		}
	}
	if len(set.Matters) > afterword.MattersLimit {
		return afterword.Invalid("matters", "holds %d things", len(set.Matters)).WithHint("five at most: the fewer, the clearer")
	}
	if err := oneOf("mail-app", set.MailApp, "mailto", "gmail", "outlook", "share", "copy"); err != nil {
		return err
	}
	account := w.account
	account.Settings = *set
	if err := w.SaveAccount(&account); err != nil {
		return err
	}
	moved := account.Settings.Zone != w.account.Settings.Zone || account.Settings.Region != w.account.Settings.Region ||
		account.Settings.Weekend != w.account.Settings.Weekend || account.Settings.Email != w.account.Settings.Email
	w.account, w.calendars = account, nil
	if l, ok := w.s.zone(set.Zone); ok {
		w.own = l
	}
	w.all = w.all || moved
	return nil
}

// split takes a list as people type it: one a line, or parted by semicolons or commas.
func split(v string) []string {
	cut := ","
	if strings.Contains(v, "\n") {
		cut = "\n"
	} else if strings.Contains(v, ";") {
		cut = ";"
	}
	var out []string
	for p := range strings.SplitSeq(v, cut) {
		if p = strings.TrimSpace(p); p != "" {
			out = append(out, p)
		}
	}
	return out
}

func yesNo(field, v string) (bool, error) {
	switch fold(v) {
	case "yes", "true", "on", "1", "y":
		return true, nil
	case "no", "false", "off", "0", "n", "":
		return false, nil
	}
	return false, afterword.Invalid(field, "%q is neither yes nor no", v)
}
