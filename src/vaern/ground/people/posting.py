"""Handing a message to the mail server, and what its refusal means."""

from contextlib import suppress
from smtplib import SMTPRecipientsRefused

from django.core.mail import EmailMessage, get_connection

FOR_GOOD = 500
"""SMTP answers from here on are final; below, the server asks us to come back (RFC 5321, 4.2.1)."""


def post(message: EmailMessage) -> None:
    """Send it. Whatever is raised, the message was not taken: a bad goodbye after it was is not told."""
    connection = get_connection()
    try:
        connection.open()
        connection.send_messages([message])
    finally:
        with suppress(Exception):
            connection.close()


def refused_for_good(error: Exception) -> bool:
    """Does the mail server know no such address?"""
    return isinstance(error, SMTPRecipientsRefused) and all(
        code >= FOR_GOOD for code, _ in error.recipients.values()
    )
