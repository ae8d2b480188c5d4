"""A received mail becomes a report of whom it hit and who sent it."""

import pytest
from django_q.models import OrmQ

from vaern.handle.evidence.tests.samples import sample
from vaern.handle.inbox.actions import receive
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


def test_colleague_as_sender_is_kept_by_id(cast):
    report = taken_in(cast, mail("jonas.baek@havneby.example", "rikke.lund@havneby.example"))
    assert report.answers["relation"] == "colleague"
    assert report.answers["internal_person"] == str(cast.jonas.pk)


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
