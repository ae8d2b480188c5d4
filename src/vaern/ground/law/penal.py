"""Which sections of the penal code may be relevant to an episode. Only ever: may."""

from datetime import date

from .answers import PenalNote
from .entries import Entry, load
from .facts import Facts


def penal_notes(
    facts: Facts, law_date: date, *, work_related: bool | None
) -> tuple[PenalNote, ...]:
    """The confirmed sections for these kinds that were in force while it went on.

    Sections on public service (§ 119, § 119 a) are given only when the person is known to be in
    public service, and the episode is not known to have nothing to do with the work.
    """
    last = facts.local_day(facts.last_at) if facts.last_at else law_date
    service = facts.public_service is True and work_related is not False
    return tuple(
        _note(entry)
        for entry in load("penal")
        if set(facts.kinds) & set(entry.more["kinds"])
        and (service or not entry.more["public_service"])
        and entry.valid_from <= last
        and (entry.valid_to is None or law_date <= entry.valid_to)
    )


def _note(entry: Entry) -> PenalNote:
    return PenalNote(
        code=entry.code,
        section=entry.more["section"],
        da=entry.da,
        en=entry.en,
        da_help=entry.da_help,
        en_help=entry.en_help,
        max_months=entry.more.get("max_months"),
        prosecution=entry.more.get("prosecution"),
        sources=entry.source,
    )
