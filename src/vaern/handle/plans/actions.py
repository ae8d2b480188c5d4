"""Publishing the workplace's plan."""

from collections.abc import Sequence

from django.utils import timezone

from vaern.ground.audit.actions import recording
from vaern.ground.people.models import Person, Workplace
from vaern.handle.plans.models import PlanVersion
from vaern.handle.plans.reading import default_steps
from vaern.handle.plans.steps import Step


def current(workplace: Workplace) -> PlanVersion:
    """The plan in force: the workplace's own, else the default that comes with Værn."""
    newest = _newest(workplace)
    if newest is not None and not _outdated(newest):
        return newest
    return publish(workplace=workplace, steps=default_steps(), by=None)


def publish(*, workplace: Workplace, steps: Sequence[Step], by: Person | None) -> PlanVersion:
    """A new version of the plan. Cases that are open keep the version they started with.

    Værn itself (``by`` None) publishes only where there is none, or an older default: two workers
    that both miss it make one, and a plan of the workplace's own is never replaced.
    """
    with recording(workplace=workplace, by=by) as record:
        Workplace.objects.select_for_update(no_key=True).get(pk=workplace.pk)
        newest = _newest(workplace)
        if newest is not None and by is None and not _outdated(newest):
            return newest
        version = PlanVersion.objects.create(
            workplace=workplace,
            number=newest.number + 1 if newest else 1,
            steps=[step.to_dict() for step in steps],
            published_at=timezone.now(),
            published_by=by,
            default=by is None,
        )
        record("plan.published", version, number=version.number, steps=len(steps))
    return version


def steps_of(version: PlanVersion) -> tuple[Step, ...]:
    """The steps of a stored version, in the plan's order."""
    return tuple(Step.from_dict(raw) for raw in version.steps)


def _outdated(version: PlanVersion) -> bool:
    """Did Værn's own plan change since this default was published?"""
    return version.default and steps_of(version) != default_steps()


def _newest(workplace: Workplace) -> PlanVersion | None:
    plans = PlanVersion.objects.filter(workplace=workplace)
    return plans.select_related("workplace__key").order_by("-number").first()
