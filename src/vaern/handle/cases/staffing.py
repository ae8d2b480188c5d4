"""Who holds which role for a case, and who is asked when the first cannot."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from uuid import UUID

from vaern.ground.people.calendar import zone_of
from vaern.ground.people.holders import Holding, anybody, holder
from vaern.ground.people.models import RoleCode
from vaern.handle.cases import rules
from vaern.handle.cases.doubt import doubted
from vaern.handle.cases.letting_in import hit, ids, out_of_it
from vaern.handle.cases.models import Case, Exclusion
from vaern.handle.plans.steps import Step


@dataclass
class Staff:
    """Who holds which role in the case's unit on a day; each role is looked up once.

    HR is looked for in the whole workplace before there is nobody: somebody has to handle it.
    ``sender_known``: a person was named as sender, so no other manager need be kept away.
    """

    case: Case
    at: datetime
    barred: set[UUID]
    sender_known: bool = False

    def __post_init__(self) -> None:
        self._found: dict[str, Holding | None] = {}
        self._day = self.at.astimezone(zone_of(self.case.workplace)).date()

    def holding(self, code: str) -> Holding | None:
        """The nearest holder of the role who is present and not barred; None if nobody is."""
        if code not in self._found:
            self._found[code] = self._near(code) or (self._far() if code == RoleCode.HR else None)
        return self._found[code]

    def _near(self, code: str) -> Holding | None:
        if self.case.unit is None:
            return None
        return holder(code=code, unit=self.case.unit, on=self._day, excluding=self.barred)

    def _far(self) -> Holding | None:
        """Anybody in HR; who may be behind it only when there is nobody else."""
        workplace, certain = self.case.workplace, self.barred - ids(doubted(self.case))
        for out in (self.barred, certain):
            held = anybody(code=RoleCode.HR, workplace=workplace, on=self._day, excluding=out)
            if held is not None:
                return held
        return None

    @property
    def discreet(self) -> bool:
        """While one of us may be behind it, HR handles it and managers are not asked."""
        return doubted(self.case) is not None and self.holding(RoleCode.HR) is not None

    @property
    def regime(self) -> str:
        """The regime by which people are let in: as for an internal sender while in doubt."""
        return rules.INTERNAL if self.discreet else self.case.regime

    def asked(self, roles: Iterable[str]) -> tuple[str, ...]:
        """The roles asked to do a step, in this order.

        A step from a case that was joined may be a manager's; here it is HR's all the same.
        """
        inside = self.regime == rules.INTERNAL
        found = rules.asked(roles, discreet=self.discreet or inside)
        known = inside and self.sender_known
        return tuple(dict.fromkeys([*found, "manager"])) if known else found

    @property
    def somebody(self) -> Holding | None:
        """Who handles the case when nobody else does; HR where it is internal."""
        return self.first(rules.stand_ins(self.regime, sender_known=self.sender_known))

    def does(self, step: Step, regime: str) -> Holding | None:
        """Who is to do a step of the plan under a regime."""
        return self.first(self.asked(step.roles(regime))) or self.alone

    def next_for(self, role: str) -> Holding | None:
        """Who takes over a step of the role that has nobody."""
        codes = rules.stand_ins(self.regime, role, sender_known=self.sender_known)
        return self.first(codes) or self.alone

    @cached_property
    def alone(self) -> Holding | None:
        """The affected person's deputy or else herself, where nobody else can handle the case.

        In a small workplace the one it hit may hold the only role there is.
        """
        if self.somebody is not None:
            return None
        hers = hit(self.case)
        held = Staff(self.case, self.at, self.barred - hers).first(("hr", "manager"))
        if held is None or held.owner.pk not in hers:
            return None
        return Holding(held.deputy, None, held.role) if held.deputy else held

    def look_up(self, codes: Iterable[str]) -> None:
        """Find these holders now, so that nothing has to be asked later."""
        for code in codes:
            self.holding(code)

    def first(self, codes: Iterable[str]) -> Holding | None:
        """The holder of the first role that somebody holds."""
        return next((held for code in codes if (held := self.holding(code))), None)


def staff_of(case: Case, at: datetime) -> Staff:
    known = Exclusion.objects.filter(case=case, why="named").exists()
    return Staff(case, at, out_of_it(case), known)
