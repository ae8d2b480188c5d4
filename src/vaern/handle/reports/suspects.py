"""Who of us may be behind what was reported: by the sender that was typed, or by a mail handed in.

An address can be forged and a mail sent on, so it is a question for those who handle the case.
"""

from collections.abc import Iterator

from vaern.ground.people import calendar
from vaern.ground.people.models import Person
from vaern.handle.evidence.models import Item
from vaern.handle.reports import access, addressees
from vaern.handle.reports.forwarded import heads
from vaern.handle.reports.insiders import Insiders, helps
from vaern.handle.reports.models import Report, Via
from vaern.handle.reports.origin import IsOurs, origin

MAYBE_FROM = "maybe_from"
"""The answer that holds the id of the one of us who may have sent it."""

TOLD_LATER = "senders_told_later"
"""The answer that holds the senders named after the report was sent, as they were spelt."""


def suspects(report: Report) -> list[Person]:
    """Those who may have sent it, who others turn to first; nobody where somebody is named.

    Never the one it hit or the one who told it: their own mails are in what they hand in.
    """
    typed, files = _typed(report), _files(report)
    if report.answers.get("internal_person") or not (typed or files):
        return []
    ours, own = _ours(report), (report.author_id, report.affected_id)
    wrote = (text for item in files for text in _writers(item, ours.wrote, report))
    found = (one for text in (*typed, *wrote) for one in ours.meant(text))
    rows = dict.fromkeys(one for one in found if one.pk not in own)
    return sorted(rows, key=lambda one: not helps(one))


def mark(report: Report) -> bool:
    """Put the first of them into the answers, unless somebody stands there; True if it is new."""
    found = [] if report.answers.get(MAYBE_FROM) else suspects(report)
    if found:
        report.answers = {**report.answers, MAYBE_FROM: str(found[0].pk)}
    return bool(found)


def _ours(report: Report) -> Insiders:
    return Insiders(report.workplace, addressees.staff(report.workplace))


def _typed(report: Report) -> list[str]:
    """What a person wrote of the sender; of a received message its head was read on arrival."""
    later = report.answers.get(TOLD_LATER, [])
    if report.via == Via.MESSAGE:
        return list(later)
    first = (report.sender, report.answers.get("sender_name"))
    return [text for text in (*first, *later) if text]


def _files(report: Report) -> list[Item]:
    """What the reporter and the affected person handed in, as far as it may show who wrote it."""
    own = [pk for pk in (report.author_id, report.affected_id) if pk is not None]
    items = access.items(report).filter(parent=None, sealed_by__in=own)
    if report.message is not None:
        items = items.exclude(pk=report.message.item_id)
    return [item for item in items if item.label in ("mail", "text")]


def _writers(item: Item, is_ours: IsOurs, report: Report) -> Iterator[str]:
    """Those of us who wrote it, as addresses or names; nobody where it comes from outside."""
    inline = list(heads(item.text))
    if item.label == "mail":
        zone = calendar.zone_of(report.workplace)
        found = origin(item.facts, item.text, is_ours, zone)
        if not found.of_us:
            return
        yield found.address or found.name
    elif not all(is_ours(head.name, head.address) for head in inline):
        return
    yield from (head.address or head.name for head in inline)
