"""What an episode looks like when the report's answers and the engine's assessment are put together.

Plain values, no Django. It is a suggestion throughout: a person confirms or overrules it.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import asdict, dataclass, field, fields
from datetime import datetime
from typing import Any, Self

from vaern.ground.law.codes import groups
from vaern.ground.law.entries import codes
from vaern.ground.law.facts import Facts

LIKELY = 0.5
"""The score from which the engine's kind is taken into the picture."""

SEVERITIES = ("", "uncomfortable", "offensive", "serious", "possibly_punishable", "acute_danger")

FLOOR: Mapping[str, tuple[str, int]] = {
    "threat": ("serious", 2),
    "extortion": ("serious", 2),
    "stalking": ("serious", 2),
    "shaming": ("offensive", 2),
    "sexual": ("offensive", 1),
    "hate": ("offensive", 1),
    "degrading": ("offensive", 1),
    "other": ("uncomfortable", 1),
}
"""(severity, urgency) that a reported kind has at least, whatever the words sound like.

Our own caution, not law: a threat is looked at the same day, what is public spreads."""

CARE_URGENCY = 3
"""A sender who may be in danger is acute."""

DANGER = {"yes": 3, "unsure": 2}
"""The urgency of the answer to *Are you in danger now?*"""

NAMED = frozenset(codes("kinds")) - {"unsure"}
"""The kinds that say something; an answer outside them is passed over."""


@dataclass(frozen=True, slots=True)
class Picture:
    """Kinds as the law's fine kinds, severity by its code, urgency 0 none to 3 acute."""

    kinds: tuple[str, ...] = ()
    severity: str = ""
    urgency: int = 0
    self_harm: bool = False

    @property
    def groups(self) -> tuple[str, ...]:
        """The kinds' groups, and ``self_harm`` for a sender who may be in danger."""
        return (*groups(self.kinds), *(("self_harm",) if self.self_harm else ()))

    @property
    def care_only(self) -> bool:
        """A sender in danger and nothing that looks like harassment."""
        return self.self_harm and not self.kinds

    @property
    def mark(self) -> str:
        """One word for what it says: two pictures with the same mark say the same."""
        said = (*self.kinds, self.severity, str(self.urgency), "care" if self.self_harm else "")
        return ".".join(word for word in said if word)

    def to_dict(self) -> dict[str, Any]:
        """The stored form; `from_dict` of it gives the same picture."""
        return {**asdict(self), "kinds": list(self.kinds)}

    @classmethod
    def from_dict(cls, raw: Mapping[str, Any]) -> Self:
        return cls(**{**raw, "kinds": tuple(raw.get("kinds", ()))})


def together(first: Picture, second: Picture) -> Picture:
    """All kinds of both, and the graver of the rest."""
    known = [one for one in (first.severity, second.severity) if one in SEVERITIES]
    return Picture(
        kinds=tuple(dict.fromkeys([*first.kinds, *second.kinds])),
        severity=max(known, key=SEVERITIES.index, default=""),
        urgency=max(first.urgency, second.urgency),
        self_harm=first.self_harm or second.self_harm,
    )


def graver(seen: Picture, than: Collection[Picture]) -> Picture:
    """What ``seen`` has that none of ``than`` has: more kinds, and more of the rest."""
    kinds = {kind for one in than for kind in one.kinds}
    severities = [SEVERITIES.index(one.severity) for one in than if one.severity in SEVERITIES]
    worse = seen.severity in SEVERITIES[max(severities, default=0) + 1 :]
    return Picture(
        kinds=tuple(kind for kind in seen.kinds if kind not in kinds),
        severity=seen.severity if worse else "",
        urgency=seen.urgency if all(seen.urgency > one.urgency for one in than) else 0,
        self_harm=seen.self_harm and not any(one.self_harm for one in than),
    )


@dataclass(frozen=True, slots=True)
class Setting:
    """What the rules need to know of the workplace."""

    timezone: str = "Europe/Copenhagen"
    public_service: bool | None = None
    options: Mapping[str, bool] = field(default_factory=dict)
    learned_at: datetime | None = None


def picture(answers: Mapping[str, Any], assessment: Mapping[str, Any]) -> Picture:
    """The person's answers first; the engine adds what it found, and can raise, never lower."""
    told = [kind for kind in answers.get("kinds") or () if kind in NAMED]
    found = [row["kind"] for row in assessment.get("kinds", ()) if row["score"] >= LIKELY]
    known = {*groups(told), "self_harm"}
    kinds = tuple(dict.fromkeys([*told, *(kind for kind in found if kind not in known)]))
    urgencies = [FLOOR[group][1] for group in groups(kinds)]
    danger = DANGER.get(str(answers.get("danger")), 0)
    care = CARE_URGENCY if "self_harm" in found else 0
    return Picture(
        kinds=kinds,
        severity=_severity(answers, assessment, kinds, danger),
        urgency=max([int(assessment.get("urgency", 0)), danger, care, *urgencies]),
        self_harm=bool(care),
    )


def is_for_us(*, from_person: bool, seen: Picture, harassment: bool | None) -> bool:
    """Does it become a case? What a person tells always does.

    A message that merely arrived does when it looks like harassment the law's definition does
    not turn away, or when its sender may be in danger.
    """
    return from_person or seen.self_harm or (bool(seen.kinds) and harassment is not False)


def _severity(
    answers: Mapping[str, Any], assessment: Mapping[str, Any], kinds: Iterable[str], danger: int
) -> str:
    if answers.get("severity"):
        return str(answers["severity"])
    stated = "acute_danger" if danger == DANGER["yes"] else ""
    heard = str(assessment.get("severity", ""))
    floors = [FLOOR[group][0] for group in groups(tuple(kinds))]
    usable = [code for code in (stated, heard, *floors) if code in SEVERITIES]
    return max(usable, key=SEVERITIES.index)


def law_facts(answers: Mapping[str, Any], seen: Picture, setting: Setting) -> Facts:
    """The facts as the law's rules take them.

    An answer the rules cannot read is left out rather than stopping the case.
    """
    known = {item.name for item in fields(Facts)}
    values: dict[str, Any] = {name: v for name, v in answers.items() if name in known}
    values |= {"kinds": list(seen.kinds) or list(answers.get("kinds") or ())}
    values |= {"severity": seen.severity or None, "timezone": setting.timezone}
    values |= {"public_service": setting.public_service, "options": setting.options}
    values["learned_at"] = values.get("learned_at") or setting.learned_at
    return _readable(values)


def _readable(values: Mapping[str, Any]) -> Facts:
    try:
        return Facts.from_dict(values)
    except ValueError:
        good = {name: value for name, value in values.items() if _reads(name, value)}
    try:
        return Facts.from_dict(good)
    except ValueError:  # only what ends or is absent before it begins is left
        return _in_order(good)


def _in_order(good: Mapping[str, Any]) -> Facts:
    """Each of the two where it does not lie before the first episode."""
    after = ("last_at", "absence")
    first = {name: value for name, value in good.items() if name not in after}
    for name in [name for name in after if name in good]:
        try:
            Facts.from_dict({**first, name: good[name]})
        except ValueError:
            continue
        first[name] = good[name]
    return Facts.from_dict(first)


def _reads(name: str, value: Any) -> bool:
    try:
        Facts.from_dict({name: value})
    except ValueError:
        return False
    return True
