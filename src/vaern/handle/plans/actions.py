"""Publishing the workplace's plan."""

from collections.abc import Sequence

from django.utils import timezone

from vaern.ground.audit.actions import recording
from vaern.ground.people.models import Person, Workplace
from vaern.handle.plans.models import PlanVersion
from vaern.handle.plans.reading import default_steps
from vaern.handle.plans.steps import Step


def current(workplace: Workplace) -> PlanVersion:
    """The plan in force; a workplace that has none starts with the default as version 1."""
    newest = _newest(workplace)
    return newest or publish(workplace=workplace, steps=default_steps(), by=None)


def publish(*, workplace: Workplace, steps: Sequence[Step], by: Person | None) -> PlanVersion:
    """A new version of the plan. Cases that are open keep the version they started with.

    Værn itself publishes only the first: two workers that both find no plan make one.
    """
    with recording(workplace=workplace, by=by) as record:
        Workplace.objects.select_for_update(no_key=True).get(pk=workplace.pk)
        newest = _newest(workplace)
        if newest is not None and by is None:
            return newest
        version = PlanVersion.objects.create(
            workplace=workplace,
            number=newest.number + 1 if newest else 1,
            steps=[step.to_dict() for step in steps],
            published_at=timezone.now(),
            published_by=by,
        )
        record("plan.published", version, number=version.number, steps=len(steps))
    return version


def steps_of(version: PlanVersion) -> tuple[Step, ...]:
    """The steps of a stored version, in the plan's order."""
    return tuple(Step.from_dict(raw) for raw in version.steps)


def _newest(workplace: Workplace) -> PlanVersion | None:
    plans = PlanVersion.objects.filter(workplace=workplace)
    return plans.select_related("workplace__key").order_by("-number").first()
