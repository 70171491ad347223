"""Measurements, run by hand and by name; see `CONTRIBUTING.md`."""
