"""A received mail becomes a report of whom it hit and who sent it."""

import pytest
from django_q.models import OrmQ

from vaern.ground.people import actions as people
from vaern.handle.evidence.tests.samples import sample
from vaern.handle.inbox.actions import receive
from vaern.handle.reports import jobs
from vaern.handle.reports.jobs import take_in
from vaern.handle.reports.models import Report, Status, Via
from vaern.handle.reports.told import told


def taken_in(cast, data: bytes) -> Report:
    got = receive(workplace=cast.workplace, name="mail.eml", data=data, by=cast.henrik)
    assert got.message is not None
    take_in(str(got.message.pk))
    report: Report = Report.objects.get(message=got.message)
    return report


def mail(sender: str, to: str, date: str = "Mon, 09 Nov 2026 19:12:08 +0100") -> bytes:
    return f"From: {sender}\nTo: {to}\nDate: {date}\nSubject: Hej\n\nTekst".encode()


def test_threat_to_rikke(cast):
    report = taken_in(cast, sample("trussel"))
    assert (report.via, report.status) == (Via.MESSAGE, Status.RECEIVED)
    assert (report.affected, report.unit) == (cast.rikke, cast.unit)
    assert report.sender == "kennethb74@postkasse.example"
    assert report.answers["occurred_at"] == "2026-11-12T22:47:31+01:00"
    assert report.answers["working_time"] == "outside"
    assert report.answers["target"] == "employee"


def test_taken_in_by_two_at_the_same_moment_is_one_report(cast, monkeypatch):
    where = jobs._where

    def meanwhile(message):
        monkeypatch.undo()
        take_in(str(message.pk))
        return where(message)

    monkeypatch.setattr(jobs, "_where", meanwhile)
    taken_in(cast, sample("trussel"))
    assert Report.objects.count() == 1


def test_a_leader_is_a_leader(cast):
    report = taken_in(cast, sample("afpresning-med-billede"))
    assert (report.affected, report.answers["target"]) == (cast.mads, "leader")


def test_forwarded_mail_is_from_who_wrote_it_first(cast):
    report = taken_in(cast, sample("nedgoerende-videresendt"))
    assert report.sender == "poulerik.dam@landpost.example"
    assert report.affected == cast.rikke  # named in the mail, which went to the shared mailbox


def test_shared_mailbox_is_its_unit(cast):
    report = taken_in(cast, sample("vred-klage"))
    assert (report.unit, report.answers["target"]) == (cast.unit, "workplace")


def test_several_of_us(cast):
    to = "rikke.lund@havneby.example, Jonas <JONAS.BAEK@havneby.example>"
    report = taken_in(cast, mail("vred@post.example", to))
    assert (report.affected, report.answers["target"]) == (None, "several")


def test_a_colleagues_address_is_a_question_and_names_nobody(cast):
    report = taken_in(cast, mail("jonas.baek@havneby.example", "rikke.lund@havneby.example"))
    assert report.affected == cast.rikke
    assert report.answers["relation"] == "unknown"
    assert report.answers["maybe_from"] == str(cast.jonas.pk)
    assert "internal_person" not in report.answers
    assert report.sender == report.sender_mark == ""


def test_who_helps_is_not_hit_by_what_a_colleague_writes_to_them(cast):
    report = taken_in(cast, mail("rikke.lund@havneby.example", "henrik.dam@havneby.example"))
    assert (report.affected, report.unit) == (None, cast.unit)
    assert "target" not in report.answers


INLINE = "Jeg er bange.\n\n-----Videresendt meddelelse-----\n{head}\n\nJeg ved, hvor du bor."
WHOLE = "Fra: Kenneth B. <kennethb74@postkasse.example>\nSendt: 8. november 2026 22:47\nTil: {to}"


def forward(body: str, by: str = "rikke.lund", to: str = "henrik.dam") -> bytes:
    head = f"From: {by}@havneby.example\nTo: {to}@havneby.example\nSubject: VS: svar\n"
    more = "Date: Mon, 09 Nov 2026 10:00:00 +0100\nContent-Type: text/plain; charset=utf-8\n"
    return f"{head}{more}\n{body}".encode()


@pytest.mark.parametrize("to", ["Rikke Lund <rikke.lund@havneby.example>", "Rikke Lund"])
def test_a_forward_written_into_the_text_is_from_who_wrote_it_first(cast, to):
    report = taken_in(cast, forward(INLINE.format(head=WHOLE.format(to=to))))
    assert report.sender == "kennethb74@postkasse.example"
    assert report.affected == cast.rikke
    assert report.answers["occurred_at"] == "2026-11-08T22:47:00+01:00"
    assert {"internal_person", "maybe_from"}.isdisjoint(report.answers)


def test_who_sends_on_to_hr_what_names_nobody_is_the_one_it_hit(cast):
    head = "Fra: kenneth@postkasse.example\nEmne: svar"
    report = taken_in(cast, forward(INLINE.format(head=head)))
    assert report.affected == cast.rikke
    assert "occurred_at" not in report.answers


@pytest.mark.parametrize(("by", "to"), [("mads.holm", "henrik.dam"), ("jonas.baek", "rikke.lund")])
def test_of_other_forwards_a_person_says_whom_they_hit(cast, by, to):
    head = "Fra: kenneth@postkasse.example\nEmne: svar"
    report = taken_in(cast, forward(INLINE.format(head=head), by=by, to=to))
    assert report.affected is None
    assert "target" not in report.answers


def test_a_forward_nobody_can_read_is_a_question(cast):
    report = taken_in(cast, forward("Se det vedhæftede billede."))
    assert report.affected is None
    assert report.answers["maybe_from"] == str(cast.rikke.pk)


def test_somebody_on_the_same_free_mail_is_not_one_of_us(cast):
    person = {"workplace": cast.workplace, "name": "Vibe Vikar", "by": None}
    people.add_person(email="vibe@gratismail.example", **person)
    inner = mail("rikke.lund@havneby.example", "kenneth@gratismail.example")
    outer = b"From: kenneth@gratismail.example\nTo: mads.holm@havneby.example\nSubject: x\n"
    parts = b"Content-Type: message/rfc822\n\n" + inner
    report = taken_in(cast, outer + parts)
    assert report.sender == "kenneth@gratismail.example"
    assert report.affected == cast.mads


@pytest.mark.parametrize("date", ["Mon, 09 Nov 2099 19:12:08 +0100", "i går"])
def test_odd_date_is_not_believed(cast, date):
    report = taken_in(cast, mail("a@post.example", "rikke.lund@havneby.example", date))
    assert report.answers["occurred_at"] == report.created_at.isoformat()


def test_job_that_comes_twice_makes_one_report(cast):
    report = taken_in(cast, sample("trussel"))
    assert report.message is not None
    take_in(str(report.message.pk))
    assert Report.objects.count() == 1
    assert OrmQ.objects.filter().count() == 2  # take_in (run by hand here) and consider


def test_nothing_invisible_stands_in_the_senders_name(cast):
    report = taken_in(cast, mail("=?utf-8?q?Mads=E2=80=AE_mloH?= <a@b.example>", "x@y.example"))
    assert "Mads⟨U+202E⟩ mloH" in [row.value for row in told(report)]


def test_same_sender_is_marked_alike(cast):
    one = taken_in(cast, mail("Per <per@post.example>", "rikke.lund@havneby.example"))
    other = taken_in(cast, mail("PER@POST.example", "jonas.baek@havneby.example"))
    assert one.sender_mark == other.sender_mark != ""
