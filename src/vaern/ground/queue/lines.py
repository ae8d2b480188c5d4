"""The lines that jobs wait in, each with workers of its own."""

WORK = "vaern"
MAIL = "mail"
"""What talks to the mail server waits apart: when that is slow or away, nothing else is late."""
