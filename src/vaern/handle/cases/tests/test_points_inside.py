"""A report whose sender or mails point to one of us asks who is behind it, before they are let in."""

from typing import Any

import pytest
from conftest import Cast
from django.core.files.uploadedfile import SimpleUploadedFile

from vaern.ground.notify.models import Notice
from vaern.ground.people import actions as people
from vaern.ground.people.models import RoleCode
from vaern.ground.queue.drain import drain
from vaern.handle.cases.actions import settle_sender
from vaern.handle.cases.doubt import doubted_person
from vaern.handle.cases.models import Case, Exclusion, Member
from vaern.handle.cases.tests.pages import at, text_of
from vaern.handle.reports.actions import File, add_later
from vaern.handle.reports.models import Report
from vaern.handle.reports.tests.filling import fill, report_via_form
from vaern.handle.reports.views.going import receipt_url

UNKNOWN = {"relation": "unknown", "sender": ""}
FORWARDED = "-----Videresendt meddelelse-----\nFra: Kenneth <k@x.example>\nEmne: x\n\nPas på."


def mail(by: str, body: str = "Jeg ved, hvor du bor.") -> bytes:
    head = f"From: {by}\nTo: rikke.lund@havneby.example\nSubject: x\n"
    more = "Date: Mon, 9 Nov 2026 10:00:00 +0100\nContent-Type: text/plain; charset=utf-8\n\n"
    return (head + more + body).encode()


FROM_MADS = mail("Mads Holm <mads.holm@havneby.example>")


def reported(client, data: bytes | None = None, **who: Any) -> Case:
    files = {"evidence": [SimpleUploadedFile("m.eml", data)]} if data else {}
    report_via_form(client, hvem={**UNKNOWN, **who}, bevis={"pasted": "", **files})
    drain()
    return Case.objects.get()


def inside(case: Case) -> set[str]:
    return {member.person.name for member in Member.objects.filter(case=case)}


@pytest.mark.parametrize(
    ("data", "who"),
    [
        (FROM_MADS, {}),
        (mail("rikke.lund@havneby.example", "Fra: mads.holm@havneby.example\nEmne: x\n\nPas på."), {}),
        (b"Fra: Mads Holm\nEmne: x\n\nPas p\xc3\xa5.", {}),
        (None, {"sender": "mads.holm@havneby.example"}),
        (None, {"sender": "Mads Holm <Mads.Holm@havneby.example>"}),
        (None, {"sender_name": "mads holm"}),
    ],
)  # fmt: skip
def test_a_manager_it_points_to_is_not_let_in(cast: Cast, as_person, data, who) -> None:
    rikke = as_person(cast.rikke)
    case = reported(rikke, data, **who)
    assert doubted_person(case) == cast.mads
    assert inside(case) == {"Rikke Lund", "Henrik Dam", "Amina Yusuf"}
    assert not Exclusion.objects.exists()
    assert not Notice.objects.filter(person=cast.mads).exists()
    assert "Mads Holm" not in text_of(rikke, receipt_url(Report.objects.get()))
    assert "peger på Mads Holm" in text_of(as_person(cast.henrik), at("case", case))


@pytest.mark.parametrize(
    ("data", "who"),
    [
        (mail("kenneth@x.example"), {}),
        (mail("mads.holm@havneby.example", FORWARDED), {}),
        (mail("rikke.lund@havneby.example"), {}),
        (None, {"sender": "rikke.lund@havneby.example"}),
        (None, {"sender_name": "Mads"}),
        (FROM_MADS, {"relation": "colleague", "insider": "Jonas Bæk"}),
    ],
)
def test_nobody_is_doubted_where_it_points_to_no_other(cast: Cast, as_person, data, who) -> None:
    assert doubted_person(reported(as_person(cast.rikke), data, **who)) is None


def test_of_namesakes_nobody_is_meant(cast: Cast, as_person) -> None:
    people.add_person(workplace=cast.workplace, name="Mads Holm", email="mh@x.example", by=None)
    assert doubted_person(reported(as_person(cast.rikke), sender_name="Mads Holm")) is None


def later(cast: Cast, *data: bytes) -> Case:
    files = [File(f"{number}.eml", each) for number, each in enumerate(data)]
    add_later(report=Report.objects.get(), by=cast.rikke, text="", files=files)
    drain()
    return Case.objects.get()


def test_later_the_open_case_asks_and_the_manager_stays_until_it_is_answered(
    cast: Cast, as_person
) -> None:
    reported(as_person(cast.rikke))
    Notice.objects.all().delete()
    case = later(cast, FROM_MADS)
    assert doubted_person(case) == cast.mads
    assert "Mads Holm" in inside(case)
    assert Notice.objects.filter(person=cast.henrik, kind="more_added").exists()
    assert not Notice.objects.filter(person=cast.mads).exists()
    henrik = as_person(cast.henrik)
    assert "Det, der blev sendt ind, peger på Mads Holm." in text_of(henrik, at("case", case))
    assert henrik.post(at("sender", case), {"answer": "yes"}).status_code == 302
    assert "Mads Holm" not in inside(case)


@pytest.mark.parametrize(
    "who",
    [
        {"sender": "mads.holm@havneby.example"},
        {"sender_name": "Mads Holm"},
        {"relation": "manager", "insider": "Mads Holm"},
    ],
)
def test_a_sender_corrected_after_it_was_sent_makes_the_case_ask(
    cast: Cast, as_person, who
) -> None:
    rikke = as_person(cast.rikke)
    reported(rikke)
    assert fill(rikke, Report.objects.get().pk, "hvem", **{**UNKNOWN, **who}).status_code == 303
    drain()
    assert doubted_person(Case.objects.get()) == cast.mads


def test_who_may_be_behind_it_does_not_answer_for_themselves(cast: Cast, as_person) -> None:
    reported(as_person(cast.rikke))
    case, mads = later(cast, FROM_MADS), as_person(cast.mads)
    assert "Hvem står bag?" not in text_of(mads, at("case", case))
    assert mads.post(at("sender", case), {"answer": "no"}).status_code == 404


def test_no_new_manager_comes_in_while_it_is_open(cast: Cast, as_person) -> None:
    reported(as_person(cast.rikke))
    people.give_role(person=cast.jonas, unit=cast.unit, code=RoleCode.MANAGER, by=None)
    assert "Jonas Bæk" not in inside(later(cast, mail("jonas.baek@havneby.example")))


def test_what_is_settled_is_not_asked_again_and_the_next_is_asked_about(
    cast: Cast, as_person
) -> None:
    case = reported(as_person(cast.rikke), FROM_MADS)
    later(cast, mail("jonas.baek@havneby.example"))
    assert settle_sender(case=case, sent_it=False, by=cast.henrik)
    case.refresh_from_db()
    assert doubted_person(case) == cast.jonas
    assert settle_sender(case=case, sent_it=False, by=cast.henrik)
    assert "Mads Holm" in inside(case)
    assert doubted_person(later(cast, mail("mads.holm@havneby.example", "Igen"))) is None


def test_what_a_handler_puts_in_asks_nothing(cast: Cast, as_person) -> None:
    case = reported(as_person(cast.rikke))
    file = SimpleUploadedFile("m.eml", FROM_MADS)
    answer = as_person(cast.henrik).post(at("add_evidence", case), {"evidence": file, "pasted": ""})
    assert answer.status_code in (302, 303)
    drain()
    case.refresh_from_db()
    assert doubted_person(case) is None
