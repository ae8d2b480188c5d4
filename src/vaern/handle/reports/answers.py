"""Filling answers into a report, and what is different afterwards."""

from collections.abc import Mapping
from copy import copy
from typing import Any

from vaern.ground.people.models import Person
from vaern.ground.vault import cipher
from vaern.handle.reports import rules
from vaern.handle.reports.addressees import home_unit
from vaern.handle.reports.models import Report
from vaern.handle.reports.told import told


def fill(draft: Report, by: Person, answers: Mapping[str, Any]) -> None:
    """Put the answers of a screen into the draft, without saving it; see ``actions.answer``."""
    given = dict(answers)
    for name in ("via", "text"):
        if name in given:
            setattr(draft, name, given.pop(name))
    if "affected" in given:
        before, draft.affected = draft.affected_id, given.pop("affected")
        if draft.affected_id != before:
            draft.unit = home_unit(draft.affected or by)
    if "sender" in given:
        draft.sender = given.pop("sender")
        draft.sender_mark = sender_mark(draft)
    kept = {**draft.answers, **given}
    draft.answers = {name: value for name, value in kept.items() if value is not None}


def sender_mark(report: Report) -> str:
    """The blind mark by which the next message from the same sender is recognised."""
    spelt = rules.same_sender(report.sender)
    return cipher.blind(report.workplace.key.secret().aes, spelt) if spelt else ""


def corrections(report: Report, by: Person, answers: Mapping[str, Any]) -> str:
    """What ``answers`` say otherwise than the report, in words; empty when they say the same."""
    after, before = copy(report), told(report)
    fill(after, by, answers)
    lines = [f"{row.label}: {row.value}" for row in told(after) if row not in before]
    if after.text and after.text != report.text:
        lines.append(after.text)
    return "\n".join(lines)
