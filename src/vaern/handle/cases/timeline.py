"""What happened, in neutral sentences made when they are read; nothing is ever quoted."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from vaern.ground.people.models import Person
from vaern.handle.cases import wording
from vaern.handle.cases.models import Case, Event, Task
from vaern.handle.cases.summary import summary

__all__ = ["Row", "rows", "sentence", "summary"]


@dataclass(frozen=True)
class Row:
    """One row of the timeline: ``text`` says what, ``who`` by whom, ``tone`` acute or done."""

    at: datetime
    text: str
    who: str
    icon: str
    tone: str = ""
    words: str = ""


@dataclass(frozen=True)
class Names:
    """What the ids in the events stand for."""

    people: Mapping[str, str]
    tasks: Mapping[str, str]
    cases: Mapping[str, str]

    def person(self, data: Mapping[str, Any]) -> str:
        return self.people.get(str(data.get("person")), _("en kollega"))

    def task(self, data: Mapping[str, Any]) -> str:
        return self.tasks.get(str(data.get("task")), _("et skridt"))

    def case(self, pk: object) -> str:
        return self.cases.get(str(pk), "")


Wording = Callable[[Mapping[str, Any], Names], str]

SENTENCES: Mapping[str, tuple[str, str, Wording]] = {
    "report.received": ("flag", "", lambda d, n: _via(str(d.get("via")))),
    "report.added_to": ("plus", "", lambda d, n: _("Der er fortalt mere.")),
    "triage.suggested": ("search", "", lambda d, n: _("Værn gav et forslag til vurdering.")),
    "triage.raised": (
        "warning",
        "acute",
        lambda d, n: (
            _("Der er kommet noget nyt, som ingen har vurderet.")
            if d.get("same")
            else _("Værn vurderer det nu som mere alvorligt.")
        ),
    ),
    "triage.confirmed": ("check", "", lambda d, n: _("Forslaget til vurdering blev bekræftet.")),
    "triage.overruled": (
        "edit",
        "",
        lambda d, n: (
            _("Forslaget til vurdering blev rettet: afsenderen er ikke selv i fare.")
            if d.get("safe")
            else _("Forslaget til vurdering blev rettet.")
        ),
    ),
    "case.opened": ("assignment", "", lambda d, n: _("Sagen blev åbnet, og planen gik i gang.")),
    "case.corrected": ("edit", "", lambda d, n: _("Sagens oplysninger blev rettet.")),
    "case.joined": (
        "share",
        "",
        lambda d, n: (
            _("Sagen blev lagt sammen med sag %(case)s.") % {"case": n.case(d.get("into"))}
        ),
    ),
    "case.took_in": (
        "share",
        "",
        lambda d, n: _("Sag %(case)s blev lagt ind i denne.") % {"case": n.case(d.get("other"))},
    ),
    "case.reopened": ("plus", "", lambda d, n: _reopened(d)),
    "case.closed": ("lock", "done", lambda d, n: _closed(d)),
    "people.let_in": (
        "person",
        "",
        lambda d, n: _("%(name)s blev lukket ind i sagen.") % {"name": n.person(d)},
    ),
    "people.kept_out": (
        "visibility-off",
        "",
        lambda d, n: _("%(name)s holdes ude af sagen.") % {"name": n.person(d)},
    ),
    "people.left": (
        "person",
        "",
        lambda d, n: _left(d) % {"name": n.person(d)},
    ),
    "people.lifted": (
        "visibility",
        "",
        lambda d, n: _("%(name)s holdes ikke længere ude af sagen.") % {"name": n.person(d)},
    ),
    "plan.nobody": ("warning", "acute", lambda d, n: _("Et eller flere skridt mangler en person.")),
    "sender.asked": (
        "person",
        "",
        lambda d, n: _("Det, der blev sendt ind, peger på %(name)s.") % {"name": n.person(d)},
    ),
    "sender.confirmed": (
        "person",
        "",
        lambda d, n: _("Det blev afgjort, at %(name)s står bag.") % {"name": n.person(d)},
    ),
    "sender.dismissed": (
        "person",
        "",
        lambda d, n: _("Det blev afgjort, at %(name)s ikke står bag.") % {"name": n.person(d)},
    ),
    "sender.unknown": (
        "person",
        "",
        lambda d, n: _("Det vides ikke, hvem af arbejdspladsens egne der står bag."),
    ),
    "task.assigned": (
        "person",
        "",
        lambda d, n: (
            _("%(name)s fik skridtet: %(task)s.") % {"name": n.person(d), "task": n.task(d)}
        ),
    ),
    "task.unowned": (
        "warning",
        "",
        lambda d, n: _("Skridtet mangler en person: %(task)s.") % {"task": n.task(d)},
    ),
    "task.done": ("check", "done", lambda d, n: _("Gjort: %(task)s.") % {"task": n.task(d)}),
    "task.not_relevant": (
        "close",
        "",
        lambda d, n: _("Ikke relevant: %(task)s.") % {"task": n.task(d)},
    ),
    "task.left": (
        "close",
        "",
        lambda d, n: _("Ikke længere i planen: %(task)s.") % {"task": n.task(d)},
    ),
    "case.steps_left": (
        "close",
        "",
        lambda d, n: (
            ngettext(
                "%(steps)s åbent skridt blev sat til side.",
                "%(steps)s åbne skridt blev sat til side.",
                int(d.get("steps", 0)),
            )
            % {"steps": d.get("steps", 0)}
        ),
    ),
    "task.again": ("plus", "", lambda d, n: _("I planen igen: %(task)s.") % {"task": n.task(d)}),
    "task.moved": ("time", "", lambda d, n: _("Ny frist: %(task)s.") % {"task": n.task(d)}),
    "task.late": (
        "warning",
        "acute",
        lambda d, n: _("Ikke gjort til tiden: %(task)s.") % {"task": n.task(d)},
    ),
    "word.given": ("chat", "", lambda d, n: _("De, der har fortalt om det, fik en besked.")),
    "evidence.added": ("attach-file", "", lambda d, n: _("Der blev lagt et bevis i sagen.")),
    "case.printed": ("print", "", lambda d, n: _printed(d)),
    "note.added": ("edit", "", lambda d, n: _("Et internt notat blev skrevet.")),
    "contact.recorded": (
        "business",
        "",
        lambda d, n: (
            _("Kontakt noteret: %(who)s.") % {"who": wording.contact_words(str(d.get("kind")))}
        ),
    ),
}
"""Code → (icon, tone, sentence)."""


def rows(events: Iterable[Event]) -> list[Row]:
    """The events as a page shows them, in the order given and the reader's language."""
    listed = list(events)
    names = _names(listed)
    return [_row(event, names) for event in listed]


def sentence(code: str, data: Mapping[str, Any], names: Names) -> str:
    """What happened, in one sentence; a code nobody knows any more shows itself."""
    known = SENTENCES.get(code)
    return known[2](data, names).replace("?.", "?") if known else code


def _row(event: Event, names: Names) -> Row:
    icon, tone, _words = SENTENCES.get(event.code, ("time", "", None))
    who = event.actor.name if event.actor else _("Værn")
    text, words = sentence(event.code, event.data, names), str(event.data.get("words") or "")
    return Row(event.at, text, who, icon, tone, words)


def _names(events: list[Event]) -> Names:
    """Every name the events need, in three queries."""
    ids = {
        name: {str(event.data[name]) for event in events if event.data.get(name)}
        for name in ("person", "task", "into", "other")
    }
    people = Person.objects.filter(pk__in=ids["person"]).select_related("workplace__key")
    tasks = Task.objects.filter(pk__in=ids["task"]).select_related("case__key__parent")
    cases = Case.objects.filter(pk__in=ids["into"] | ids["other"])
    return Names(
        people={str(one.pk): one.name for one in people},
        tasks={str(one.pk): wording.own_words(one.text.get("title")) for one in tasks},
        cases={str(one.pk): one.reference for one in cases.defer("facts", "finding", "summary")},
    )


def _via(via: str) -> str:
    return {
        "self": _("Det blev indberettet."),
        "colleague": _("En kollega indberettede det."),
        "desk": _("Det blev indberettet fra skranken."),
        "message": _("En besked blev modtaget."),
    }.get(via, _("Det blev indberettet."))


def _closed(data: Mapping[str, Any]) -> str:
    how = wording.law_label("outcomes", str(data.get("outcome") or ""))
    return _("Sagen blev afsluttet: %(outcome)s.") % {"outcome": how}


def _left(data: Mapping[str, Any]) -> str:
    if data.get("why") == "inside":
        return _("%(name)s er ude af sagen. HR tager den, for det kan være en af jeres egne.")
    return _("%(name)s har ikke længere rollen og er ude af sagen.")


def _reopened(data: Mapping[str, Any]) -> str:
    if data.get("why") == "added":
        return _("Sagen blev åbnet igen, fordi der blev fortalt mere.")
    return _("Sagen blev åbnet igen.")


def _printed(data: Mapping[str, Any]) -> str:
    if data.get("whom") == "file":
        return _("Sagen blev udskrevet til sagsmappen, med interne notater.")
    return _("Sagen blev udskrevet uden interne notater.")
