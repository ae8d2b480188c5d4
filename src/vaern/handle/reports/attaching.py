"""Adding files to a report, each kept once, within the report's limit."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field

from django.conf import settings

from vaern.ground.people.models import Person
from vaern.handle.evidence import actions as evidence
from vaern.handle.evidence.models import Item
from vaern.handle.evidence.problems import problem_words
from vaern.handle.evidence.uploads import MEGABYTE
from vaern.handle.reports import access
from vaern.handle.reports.keeping import keep
from vaern.handle.reports.models import Report

ASKED_FOR_AGAIN = {"image_heic", "image_unsupported", "image_broken", "image_too_large"}
ASKED_FOR_AGAIN |= {"outlook_msg", "locked"}
"""Problems of a kept file that the one who sent it can do something about."""


@dataclass(frozen=True)
class File:
    """A file somebody sent; ``data`` is None when it was let go, ``why`` as the code says."""

    name: str
    data: bytes | None = field(repr=False)
    why: str = "too_large"


@dataclass(frozen=True)
class Refusal:
    """A file that was not kept, and the code of why."""

    name: str
    code: str

    def __str__(self) -> str:
        return f"{self.name}: {problem_words(self.code)}"


def attach(*, report: Report, by: Person | None, name: str, data: bytes) -> Item:
    """Keep one file. The same bytes twice are one piece of evidence. Raises Refused."""
    items = _Kept(report, by).lay_down(File(name, data), by)
    keep(report=report, items=items, by=by)
    return _Kept(report, by).by_hash[_hash(data)]


def attach_all(
    *, report: Report, by: Person, files: Sequence[File], done: bool = False
) -> list[Refusal]:
    """Keep what can be kept, in one transaction; what could not is told, the rest goes through.

    ``done``: the person goes on to the last screen with it.
    """
    items, refused = lay_down(report=report, by=by, files=files)
    keep(report=report, items=items, by=by, done=done and not refused)
    return refused


def lay_down(
    *, report: Report, by: Person, files: Sequence[File]
) -> tuple[list[Item], list[Refusal]]:
    """The slow half, outside any transaction: items to ``keep``, and what was refused."""
    kept, items, refused = _Kept(report, by), list[Item](), list[Refusal]()
    for file in files:
        try:
            items += kept.lay_down(file, by)
        except evidence.Refused as why:
            refused.append(Refusal(file.name, why.code))
    return items, refused


def remarks(*, report: Report, files: Sequence[File]) -> list[str]:
    """What the one who sent ``files`` should know of those that are kept, in words."""
    names = {_hash(file.data): file.name for file in files if file.data}
    kept = (item for item in access.items(report) if item.problem in ASKED_FOR_AGAIN)
    found = [item for item in kept if item.parent_id is None and item.sha256 in names]
    return [str(Refusal(names[item.sha256], item.problem)) for item in found]


class _Kept:
    """What the report holds already, by the hash of its content as far as ``by`` knows of it."""

    def __init__(self, report: Report, by: Person | None) -> None:
        self.report = report
        whole = access.items(report).filter(parent=None)
        known = access.known_to(by, report).filter(parent=None)
        self.by_hash = {item.sha256: item for item in known}
        self.size = sum(whole.values_list("size", flat=True))

    def lay_down(self, file: File, by: Person | None) -> list[Item]:
        """New items for ``file``, none when it is there already. Raises Refused."""
        if file.data is None:
            raise evidence.Refused(file.why)
        digest = _hash(file.data)
        if digest in self.by_hash:
            return []
        self._check_room(len(file.data))
        report = self.report
        items = evidence.lay_down(
            workplace=report.workplace, key=report.key, name=file.name, data=file.data, by=by
        )
        self.by_hash[digest], self.size = items[0], self.size + len(file.data)
        return items

    def _check_room(self, more: int) -> None:
        if self.size + more > settings.VAERN_MAX_REPORT_MB * MEGABYTE:
            raise evidence.Refused("report_full")
        if len(self.by_hash) >= settings.VAERN_MAX_FILES:
            raise evidence.Refused("too_many_files")


def _hash(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
