"""Judging that it is no harassment: what follows, and what those who told of it hear."""

from dataclasses import dataclass

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vaern.handle.cases import access, people_shown, steps_shown
from vaern.handle.cases.access import CaseView
from vaern.handle.cases.forms import words
from vaern.handle.cases.hearing import hearers
from vaern.handle.cases.models import Case, Member, TaskState
from vaern.handle.cases.people_shown import PersonShown
from vaern.handle.cases.steps_shown import StepShown
from vaern.handle.cases.wording import listed
from vaern.handle.plans.actions import steps_of


class SureForm(forms.Form):
    """The word to those who told of it."""

    word = words(
        gettext_lazy("Din besked"),
        rows=8,
        help_text=gettext_lazy(
            "Ret den gerne til. De læser den i sagen, og mailen siger intet om indholdet."
        ),
    )


@dataclass(frozen=True)
class Follows:
    """The open steps that are set aside, those that stay, and the names of who hears of it."""

    aside: list[StepShown]
    stay: list[StepShown]
    told: list[str]


def follows(seen: CaseView, *, safe: bool = False) -> Follows:
    """What happens when the reader judges that it is no harassment; ``safe``: and that the sender
    is in no danger."""
    case = seen.case
    waiting = access.tasks_of(seen).filter(state=TaskState.OPEN)
    caring = case.facts.get("self_harm") and not safe
    care = {step.code for step in steps_of(case.plan) if step.care and caring}
    return Follows(
        aside=[steps_shown.shown(task) for task in waiting if task.step not in care],
        stay=[steps_shown.shown(task) for task in waiting if task.step in care],
        told=[one.name for one in hearers(case, seen.person)],
    )


def kind_word(case: Case) -> str:
    """Taken seriously, what was found, and whom to talk to; the handler may change it."""
    rows = Member.objects.filter(case=case).select_related("person__workplace__key")
    helpers = [_named(one) for one in people_shown.members(rows.order_by("since")) if one.helps]
    said = _(
        "Tak, fordi du sagde det. Vi har taget det alvorligt og læst det, der blev fortalt. "
        "Vi har vurderet, at det ikke er chikane, sådan som reglerne beskriver det. Det betyder "
        "ikke, at det ikke var ubehageligt, og det var rigtigt at sige det.\n\n"
        "Tal med %(who)s, hvis du vil vide mere eller har brug for hjælp. Sker der mere, så "
        "fortæl det her. Så ser vi på det igen."
    )
    return said % {"who": listed(helpers, _("eller"))}


def _named(person: PersonShown) -> str:
    return f"{person.name} ({person.role})" if person.role else person.name
