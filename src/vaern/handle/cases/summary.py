"""A case in three neutral lines, made of its codes when somebody reads; it quotes nothing."""

from collections.abc import Sequence

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from vaern.ground.lib.moments import moment_in
from vaern.ground.people.calendar import zone_of
from vaern.ground.people.models import Person
from vaern.handle.cases import wording
from vaern.handle.cases.models import Case
from vaern.handle.cases.situation import NOT_HARASSMENT
from vaern.handle.cases.whose import people_hit


def summary(case: Case, about: Sequence[Person] | None = None) -> list[str]:
    """What and against whom; where and from whom; when. In the reader's language.

    ``about``: those it names as hit, where it is not for everybody's eyes that there are more.
    """
    people = people_hit(case) if about is None else about
    return [line for line in (_what(case, people), _where(case), _when(case)) if line]


def _what(case: Case, people: Sequence[Person]) -> str:
    unknown = _("Det er ikke afgjort, hvad det er")
    if case.facts.get(NOT_HARASSMENT):
        unknown = _("Det er vurderet, at det ikke er chikane")
    kinds = wording.kinds_words(case.kinds) or unknown
    if case.facts.get("self_harm"):
        kinds = _("%(kinds)s; afsenderen kan selv være i fare") % {"kinds": kinds}
    names = wording.listed([person.name for person in people], _("og"))
    target = names or _label("targets", case.facts.get("target"))
    if not target:
        return f"{kinds}."
    return _("%(kinds)s. Det går ud over: %(target)s.") % {"kinds": kinds, "target": target}


def _where(case: Case) -> str:
    channel = wording.law_label("channels", case.facts.get("channel"))
    relation = _label("relations", case.facts.get("relation"))
    if channel and relation:
        words = _("%(channel)s. Afsender: %(relation)s.")
        return words % {"channel": channel, "relation": relation}
    if relation:
        return _("Afsender: %(relation)s.") % {"relation": relation}
    return f"{channel}." if channel else ""


def _when(case: Case) -> str:
    """The day and time by the workplace's clock."""
    moment = moment_in(zone_of(case.workplace), case.facts.get("occurred_at"))
    if moment is None:
        return ""
    # Translators: Django date format of the moment something happened.
    when = date_format(moment, _("j. F Y \\k\\l. H.i"))
    inside = {
        "inside": _("%(when)s, i arbejdstiden."),
        "outside": _("%(when)s, uden for arbejdstiden."),
    }
    return inside.get(str(case.facts.get("working_time")), "%(when)s.") % {"when": when}


def _label(list_name: str, code: str | None) -> str:
    """The words for a code as they stand inside a sentence."""
    words = wording.law_label(list_name, code)
    return words[:1].lower() + words[1:]
