package web

import (
	"bytes"

	"afterword/calendar/ics"
)

// calendar is the dates with their alarms as one file, for one interview or for all.
func calendar(v *visit) error {
	entries, err := v.Service.Calendar(v.ctx, v.a, v.id())
	if err != nil {
		return err
	}
	file := ics.Calendar{Name: "Afterword"}
	for _, e := range entries {
		file.Entries = append(file.Entries, ics.Entry{UID: e.UID, Sequence: e.Sequence, Stamp: e.Stamp, Start: e.Start, End: e.End, Day: e.Day, Summary: e.Summary,
			Description: e.Description, Location: e.Location, Cancelled: e.Cancelled, Alarms: e.Alarms, AlarmText: e.Neutral})
	}
	var b bytes.Buffer
	if err := ics.Write(&b, file); err != nil {
		return err
	}
	v.w.Header().Set("Content-Type", "text/calendar; charset=utf-8")
	v.w.Header().Set("Content-Disposition", `attachment; filename="afterword.ics"`)
	_, err = v.w.Write(b.Bytes())
	return err
}
