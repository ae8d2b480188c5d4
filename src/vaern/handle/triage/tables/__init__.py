"""The words and patterns of the first triage engine, as data (see docs/reference/triage.md)."""
