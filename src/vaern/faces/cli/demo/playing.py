"""Playing the demo's episodes with the same actions as the pages use, in the order of time."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from email.message import EmailMessage
from email.utils import format_datetime
from functools import partial
from typing import Any

from vaern.faces.cli.demo.clock import clock_at
from vaern.faces.cli.demo.script import Deed, Episode, Mail
from vaern.faces.cli.demo.staffing import Staff
from vaern.faces.cli.demo.verbs import VERBS
from vaern.ground.notify.models import EmailState, Notice
from vaern.ground.queue.drain import drain
from vaern.handle.cases.jobs import watch
from vaern.handle.inbox import actions as inbox
from vaern.handle.reports import actions as reports
from vaern.handle.reports.models import Report, Via


@dataclass
class Stage:
    """What the play needs at hand: the people, and the report of each episode begun."""

    staff: Staff
    reports: dict[str, Report] = field(default_factory=dict)


def play(stage: Stage, episodes: Iterable[Episode], until: datetime) -> int:
    """Play all that happens up to ``until``, and watch the deadlines; how many things happened."""
    scenes = [scene for scene in _scenes(stage, episodes) if scene[0] <= until]
    first = min((at for at, _ in scenes), default=until)
    rounds = [(until - timedelta(days=day), watch) for day in range((until - first).days + 1)]
    for at, act in sorted([*scenes, *rounds], key=lambda scene: scene[0]):
        with clock_at(at):
            act()
            do_waiting_work()
    return len(scenes)


def do_waiting_work() -> None:
    """What a worker would do, without mail: nobody is written to about what never happened."""
    done = 1
    while done:
        Notice.objects.filter(email_state=EmailState.WAITING).update(email_state=EmailState.NONE)
        done = drain(limit=1)


Scene = tuple[datetime, Callable[[], Any]]


def _scenes(stage: Stage, episodes: Iterable[Episode]) -> Iterable[Scene]:
    for one in episodes:
        begin = _arrive if one.mail else _tell
        yield one.at, partial(begin, stage, one)
        for deed in one.deeds:
            yield deed.at, partial(_do, stage, one.code, deed)


def _do(stage: Stage, code: str, deed: Deed) -> None:
    report = Report.objects.get(pk=stage.reports[code].pk)
    VERBS[deed.do](stage.staff, report, stage.staff.people[deed.by], **deed.more)


def _tell(stage: Stage, one: Episode) -> None:
    """Somebody reports: the same five answers and the files as in the form, then send."""
    people = stage.staff.people
    author = people[one.author]
    report = reports.start(by=author, via=one.via)
    stage.reports[one.code] = report
    told = {**one.answers, "text": one.text, "sender": one.sender}
    if one.via != Via.SELF:
        told["affected"] = people[one.affected]
    if one.internal:
        told["internal_person"] = str(people[one.internal].pk)
    report = reports.answer(report=report, by=author, step=one.stop_at or "evidence", answers=told)
    for name, picture in one.pictures:
        reports.attach(report=report, by=author, name=name, data=picture.png())
    if not one.stop_at:
        reports.send(report=report, by=author)


def _arrive(stage: Stage, one: Episode) -> None:
    """A message comes in from outside."""
    assert one.mail is not None  # noqa: S101 - for the type checker; _scenes asked
    received = inbox.receive(
        workplace=stage.staff.workplace,
        name=f"{one.code}.eml",
        data=letter(one.mail),
        by=None,
        source="mailbox",
    )
    do_waiting_work()
    stage.reports[one.code] = Report.objects.get(message=received.message)


def letter(mail: Mail) -> bytes:
    """The mail as a file, as a mail server would have kept it."""
    made = EmailMessage()
    made["Date"] = format_datetime(mail.sent)
    made["From"] = f'"{mail.name}" <{mail.address}>'
    made["To"] = mail.to
    made["Subject"] = mail.subject
    made["Message-ID"] = f"<{mail.sent:%Y%m%d%H%M}.{len(mail.text)}@{mail.address.split('@')[1]}>"
    made.set_content(mail.text.strip() + "\n")
    return made.as_bytes()
