"""Making Django ready, and saying in plain words what stands in the way."""

import os
from typing import Any

import click


def say(text: str) -> None:
    """A line of progress, on standard error so that it never mixes with results."""
    click.echo(text, err=True)


class Commands(click.Group):
    """The commands; what an operator can put right ends them with a message, not a traceback."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except (click.ClickException, click.exceptions.Exit, click.Abort):
            raise
        except Exception as error:
            words = _explained(error)
            if words is None:
                raise
            raise click.ClickException(words) from error


def _explained(error: Exception) -> str | None:
    from django.core.exceptions import ImproperlyConfigured
    from django.db import OperationalError

    if isinstance(error, ImproperlyConfigured):
        return str(error)
    if isinstance(error, OperationalError):
        return away(error)
    return None


def away(error: Exception) -> str:
    """What to say when the database does not do as it is asked."""
    reason = str(error).strip().partition("\n")[0]
    return (
        f"The database does not answer: {reason}. Check that it is running, that DATABASE_URL is "
        "right, and that this account may read and write it. Then try again."
    )


def django_set_up() -> None:
    """Read the settings and load the apps. Raises ImproperlyConfigured."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "vaern.config.settings")
    import django

    django.setup()


def set_up() -> None:
    """Make Django ready for a command that reads or writes what the installation holds."""
    django_set_up()
    from vaern.faces.cli import readiness

    readiness.check()
