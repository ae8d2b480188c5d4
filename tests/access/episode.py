"""One episode with everything in it that an address can lead to, made by the real actions."""

from dataclasses import dataclass, field
from datetime import timedelta
from io import BytesIO
from pathlib import Path
from typing import Any

from conftest import Cast, make_cast
from django.contrib.auth.tokens import default_token_generator
from django.utils import timezone
from django_scopes import scope
from PIL import Image
from sesame.utils import get_token

from vaern.ground.notify.models import EmailState, Notice
from vaern.ground.people import actions as people
from vaern.ground.people.letters import SCOPE
from vaern.ground.people.models import Person, Role, RoleCode, User
from vaern.ground.queue.drain import drain
from vaern.handle.cases import actions as cases
from vaern.handle.cases.models import Case, Part, TaskState
from vaern.handle.evidence.actions import look
from vaern.handle.evidence.models import Item
from vaern.handle.evidence.views import picture_url
from vaern.handle.inbox.actions import receive
from vaern.handle.inbox.models import Message
from vaern.handle.reports import actions as reports
from vaern.handle.reports.models import Report

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
POST = b"""From: Inger Holst <inger.holst@postkasse.example>
To: Rikke Lund <rikke.lund@havneby.example>
Subject: Tak
Date: Thu, 19 Nov 2026 10:12:00 +0100
Message-ID: <tak-1@postkasse.example>

Kaere Rikke. Tak for hjaelpen i gaar. Venlig hilsen Inger
"""
"""Ordinary post: kept, and left alone."""
TOLD = "Han skrev, at han venter ved cyklerne"
SENDER = "ham.der.venter@postkasse.example"
NOTED = "Internt: vi tager forbehold for lokalet"
RESULT = "Ringede til hende klokken ni"
JOURNAL = "5100-89413-00217-26"
CONTENT = (TOLD, SENDER, NOTED, RESULT, JOURNAL)
"""What stands in the case, word for word: nobody outside it may meet it on any page."""


@dataclass
class Episode:
    """Who asks, and what they ask for: ``things`` by the name the matrix uses."""

    people: dict[str, Person]
    things: dict[str, str] = field(default_factory=dict)


def make_episode() -> Episode:
    """The whole episode, in the scope of nobody afterwards."""
    cast = make_cast()
    with scope(workplace=cast.workplace):
        everybody = _everybody(cast)
        made = Episode(everybody)
        _reported(made)
        _handled(made)
        _again(made)
        _around(made, cast)
    return made


def _everybody(cast: Cast) -> dict[str, Person]:
    """The cast, Kim from communications, and Bo: a manager who will be kept out."""
    names = ("jonas", "rikke", "mads", "amina", "henrik", "karen", "olga")
    found = {name: getattr(cast, name) for name in names}
    for name, full, code in (
        ("kim", "Kim Lauridsen", RoleCode.COMMUNICATIONS),
        ("bo", "Bo Friis", RoleCode.MANAGER),
    ):
        person = people.add_person(
            workplace=cast.workplace, name=full, email=f"{name}@havneby.example", by=None
        )
        people.give_role(person=person, unit=cast.top, code=code, by=None)
        found[name] = person
    return found


ANSWERS: dict[str, dict[str, Any]] = {
    "danger": {"danger": "no", "via": "self"},
    "what": {"kinds": ["threat"], "text": TOLD},
    "where": {"channel": "email", "channel_owner": "workplace", "working_time": "inside"},
    "who": {"target": "employee", "relation": "citizen", "sender": SENDER},
}


def _told(by: Person) -> Report:
    report = reports.start(by=by, via="self")
    when = (timezone.now() - timedelta(hours=2)).isoformat()
    for step, given in ANSWERS.items():
        more = {"affected": by} if step == "who" else {}
        at = {"occurred_at": when} if step == "where" else {}
        reports.answer(report=report, by=by, step=step, answers={**given, **more, **at})
    report.refresh_from_db()
    return report


def screenshot(colour: str = "white") -> bytes:
    """A small PNG."""
    out = BytesIO()
    Image.new("RGB", (40, 30), colour).save(out, "PNG")
    return out.getvalue()


def _reported(made: Episode) -> None:
    rikke = made.people["rikke"]
    draft, report = _told(rikke), _told(rikke)
    kept = reports.attach(report=draft, by=rikke, name="kladde.png", data=screenshot("grey"))
    item = reports.attach(report=report, by=rikke, name="besked.png", data=screenshot())
    reports.send(report=report, by=rikke)
    drain()
    made.things |= {
        "draft": str(draft.pk),
        "draft_item": str(kept.pk),
        "report": str(report.pk),
        "item": str(item.pk),
    }


def _again(made: Episode) -> None:
    """The same sender has written to Jonas too: a second case that can be joined to the first."""
    jonas = made.people["jonas"]
    second = _told(jonas)
    reports.send(report=second, by=jonas)
    drain()
    made.things["other_case"] = str(Case.objects.get(casereports__report=second).pk)


def _handled(made: Episode) -> None:
    """Henrik has worked on the case; Bo was let in by mistake and is now kept out."""
    case, henrik, bo = Case.objects.get(), made.people["henrik"], made.people["bo"]
    cases.let_in(case=case, person=bo, part=Part.HANDLER, why="asked", by=henrik)
    cases.keep_out(case=case, person=bo, why="conflict", by=henrik)
    made.things["kept_out"] = str(bo.pk)
    cases.add_note(case=case, by=henrik, text=NOTED)
    cases.record_contact(case=case, kind="police", reference=JOURNAL, who="Vagten", by=henrik)
    first, second = case.tasks.filter(state=TaskState.OPEN).order_by("order")[:2]
    cases.complete(task=first, result=RESULT, by=henrik)
    item = Item.objects.get(pk=made.things["item"])
    look(item=item, by=henrik)
    picture = picture_url(item, henrik).rstrip("/").rpartition("/")[2]
    made.things |= {"case": str(case.pk), "task": str(second.pk), "picture": picture}


def _around(made: Episode, cast: Cast) -> None:
    """What lies around the case: post, notices, people, units, days away, links."""
    receive(workplace=cast.workplace, name="post.eml", data=POST, by=made.people["henrik"])
    drain()
    message = Message.objects.get()
    notice = Notice.objects.filter(person=made.people["mads"]).order_by("pk")[0]
    failed = Notice.objects.filter(person=made.people["mads"]).order_by("pk")[1]
    Notice.objects.filter(pk=failed.pk).update(email_state=EmailState.FAILED)
    day, jonas = timezone.localdate(), made.people["jonas"]
    absence = people.set_absence(person=jonas, first_day=day, last_day=day, by=jonas)
    made.things |= {
        "message": str(message.pk),
        "message_report": str(message.report.pk),
        "notice": str(notice.pk),
        "failed": str(failed.pk),
        "person": str(jonas.pk),
        "role": str(Role.objects.get(person=jonas).pk),
        "absence": str(absence.pk),
        "unit": str(cast.unit.pk),
        "top": str(cast.top.pk),
    }


def add_links(made: Episode) -> None:
    """The links of Jonas' e-mails; they die with the next sign-in, so make them after it."""
    user = User.objects.get(person=made.people["jonas"])
    made.things |= {
        "link": get_token(user, scope=SCOPE),
        "account": user.pk.hex,
        "reset": default_token_generator.make_token(user),
    }
