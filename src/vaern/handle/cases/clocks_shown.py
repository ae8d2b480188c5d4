"""Whose time a step is due by, and which message or person it is about, in words."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from vaern.ground.people.calendar import zone_of
from vaern.handle.cases.models import Task
from vaern.handle.plans.timing import DAY, OWN, PROPOSED, UNKNOWN


@dataclass(frozen=True)
class ClockShown:
    """``badge`` in a word or two, ``words`` in a sentence; both empty for the law's own end."""

    badge: str = ""
    words: str = ""


def shown(task: Task) -> ClockShown:
    """What has to be said with a time that is not the law's own."""
    if task.clock == OWN and task.law_due_at:
        words = _("Det er jeres egen frist. Lovens frist er %(at)s.")
        return ClockShown(_("Jeres egen frist"), words % {"at": _at(task, task.law_due_at)})
    if task.clock == UNKNOWN:
        words = _(
            "Vi ved ikke, hvornår det skete. Tiden er regnet fra indberetningen. Skriv tidspunktet "
            "ind i sagen, så regner vi lovens frist ud."
        )
        return ClockShown(_("Tidspunkt ukendt"), words)
    if task.clock == DAY:
        words = _(
            "Vi kender kun dagen. Fristen er regnet fra dagens første minut, så den ikke bliver "
            "for lang. Får I klokkeslættet at vide, så skriv det ind i sagen."
        )
        return ClockShown(_("Klokkeslæt ukendt"), words)
    if task.clock == PROPOSED:
        words = _("Reglen er foreslået. Det er ikke bekræftet, at den er vedtaget.")
        return ClockShown(_("Foreslået, ikke bekræftet"), words)
    return ClockShown()


def person_of(task: Task) -> str:
    """The name where a step is about somebody else than the case itself."""
    if not task.part or task.person is None or task.person_id == task.case.affected_id:
        return ""
    return task.person.name


def message_of(task: Task) -> str:
    """Which message, where several have the same clock; the first goes without saying."""
    if not task.part or task.happened_at is None:
        return ""
    return _("beskeden fra %(at)s") % {"at": _at(task, task.happened_at)}


def _at(task: Task, moment: datetime) -> str:
    """By the workplace's clock."""
    here = moment.astimezone(zone_of(task.case.workplace))
    # Translators: Django date format of the moment something happened.
    return date_format(here, _("j. F Y \\k\\l. H.i"))
