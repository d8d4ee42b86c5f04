package web

import (
	"bytes"

	"afterword"
	"afterword/service"
)

// calendar is the dates with their alarms as one file, for one interview or for all.
func calendar(v *visit) error {
	entries, err := v.Service.Calendar(v.ctx, v.a, v.id())
	if err != nil {
		return err
	}
	return v.calendarFile(entries)
}

func (v *visit) calendarFile(entries []service.CalendarEntry) error {
	if v.Calendar == nil {
		return afterword.Errorf(afterword.Unavailable, "calendar files cannot be written here")
	}
	var b bytes.Buffer
	if err := v.Calendar(&b, "Afterword", entries); err != nil {
		return err
	}
	v.w.Header().Set("Content-Type", "text/calendar; charset=utf-8")
	v.w.Header().Set("Content-Disposition", `attachment; filename="afterword.ics"`)
	_, err := v.w.Write(b.Bytes())
	return err
}
