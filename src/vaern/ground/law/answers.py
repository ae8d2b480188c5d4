"""What the rules answer: the finding about an episode and its deadlines, and their JSON form."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Self

from . import reading

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Words:
    """The same words in Danish and English."""

    da: str
    en: str

    def text(self, lang: str) -> str:
        return self.da if lang.startswith("da") else self.en

    def to_dict(self) -> Json:
        return {"da": self.da, "en": self.en}

    @classmethod
    def from_dict(cls, raw: Mapping[str, Any]) -> Self:
        return cls(raw["da"], raw["en"])


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason for an answer, with the sources it rests on."""

    code: str
    da: str
    en: str
    sources: tuple[str, ...]

    def text(self, lang: str) -> str:
        return self.da if lang.startswith("da") else self.en

    def to_dict(self) -> Json:
        return {"code": self.code, "da": self.da, "en": self.en, "sources": list(self.sources)}

    @classmethod
    def from_dict(cls, raw: Mapping[str, Any]) -> Self:
        return cls(raw["code"], raw["da"], raw["en"], tuple(raw["sources"]))


@dataclass(frozen=True, slots=True)
class PenalNote:
    """A section of the penal code that MAY be relevant. Never a verdict.

    `max_months` is the highest imprisonment in the source; None where it is not confirmed, as
    is `prosecution` (public, on_request, private).
    """

    code: str
    section: str
    da: str
    en: str
    da_help: str
    en_help: str
    max_months: int | None
    prosecution: str | None
    sources: tuple[str, ...]

    def text(self, lang: str) -> str:
        return self.da if lang.startswith("da") else self.en

    def to_dict(self) -> Json:
        result: Json = {name: getattr(self, name) for name in self.__slots__}
        return result | {"sources": list(self.sources)}

    @classmethod
    def from_dict(cls, raw: Mapping[str, Any]) -> Self:
        return cls(**{**raw, "sources": tuple(raw["sources"])})


@dataclass(frozen=True, slots=True)
class Finding:
    """An episode held against the definition. None always means: cannot be decided yet.

    `is_digital_harassment` asks for something abusive, digital and connected with the work;
    who sent it decides `regime`, not whether it is harassment. `missing` names what would
    decide it (texts in the list `missing`); `law_date` is the day the law was read for.
    """

    is_digital_harassment: bool | None
    work_related: bool | None
    digital: bool | None
    external: bool | None
    outside_hours: bool | None
    kinds: tuple[str, ...]
    groups: tuple[str, ...]
    regime: str | None
    other_procedure: Words | None
    missing: tuple[str, ...]
    reasons: tuple[Reason, ...]
    penal: tuple[PenalNote, ...]
    law_date: date

    def to_dict(self) -> Json:
        result: Json = {name: getattr(self, name) for name in self.__slots__}
        other = self.other_procedure
        return result | {
            "kinds": list(self.kinds),
            "groups": list(self.groups),
            "other_procedure": other.to_dict() if other else None,
            "missing": list(self.missing),
            "reasons": [reason.to_dict() for reason in self.reasons],
            "penal": [note.to_dict() for note in self.penal],
            "law_date": self.law_date.isoformat(),
        }

    @classmethod
    def from_dict(cls, raw: Mapping[str, Any]) -> Self:
        other = raw["other_procedure"]
        changed = {
            "kinds": tuple(raw["kinds"]),
            "groups": tuple(raw["groups"]),
            "other_procedure": Words.from_dict(other) if other else None,
            "missing": tuple(raw["missing"]),
            "reasons": tuple(Reason.from_dict(item) for item in raw["reasons"]),
            "penal": tuple(PenalNote.from_dict(item) for item in raw["penal"]),
            "law_date": date.fromisoformat(raw["law_date"]),
        }
        return cls(**{**raw, **changed})


@dataclass(frozen=True, slots=True)
class Deadline:
    """One deadline of an episode, worked out whether it applies or not.

    Times carry the offset the workplace's clock has at that moment. `due_at` is None when the
    facts do not give a start. `confirmed` is False for a rule whose adoption is not confirmed.
    """

    code: str
    da: str
    en: str
    starts_at: datetime | None
    due_at: datetime | None
    earliest_at: datetime | None
    statutory: bool
    confirmed: bool
    applies: bool
    reason: Reason
    note: Words
    source: tuple[str, ...]

    def text(self, lang: str) -> str:
        return self.da if lang.startswith("da") else self.en

    def to_dict(self) -> Json:
        result: Json = {name: getattr(self, name) for name in self.__slots__}
        for name in ("starts_at", "due_at", "earliest_at"):
            result[name] = result[name].isoformat() if result[name] else None
        return result | {
            "reason": self.reason.to_dict(),
            "note": self.note.to_dict(),
            "source": list(self.source),
        }

    @classmethod
    def from_dict(cls, raw: Mapping[str, Any]) -> Self:
        changed: Json = {
            name: reading.moment(name, raw[name]) for name in ("starts_at", "due_at", "earliest_at")
        }
        changed["reason"] = Reason.from_dict(raw["reason"])
        changed["note"] = Words.from_dict(raw["note"])
        changed["source"] = tuple(raw["source"])
        return cls(**{**raw, **changed})
