package web

// release ends that what came back from a copy is held.
func release(v *visit) error {
	if err := v.Service.Release(v.ctx, v.a); err != nil {
		return err
	}
	return v.seeSaid("/", "released", "")
}
