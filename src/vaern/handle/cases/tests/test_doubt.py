"""A message from a colleague's own address: forged, sent on, or theirs. A person settles it."""

import pytest
from conftest import Cast

from vaern.ground.notify.models import Notice
from vaern.ground.people import actions as people
from vaern.ground.people.models import Role, RoleCode
from vaern.handle.cases.actions import keep_out, let_in, open_case
from vaern.handle.cases.models import Case, Exclusion, Member, Part
from vaern.handle.cases.tests.episodes import THREAT, told
from vaern.handle.cases.tests.pages import at, text_of
from vaern.handle.inbox.actions import receive
from vaern.handle.reports.jobs import take_in
from vaern.handle.reports.models import Report, Status

THREATENING = "Jeg ved, hvor du bor. Jeg slår dig ihjel."


def came(cast: Cast, by: str, to: str, body: str = THREATENING, subject: str = "x") -> Case:
    head = f"From: {by}@havneby.example\nTo: {to}@havneby.example\nSubject: {subject}\n"
    more = "Date: Mon, 9 Nov 2026 10:00:00 +0100\nContent-Type: text/plain; charset=utf-8\n\n"
    data = (head + more + body).encode()
    got = receive(workplace=cast.workplace, name="m.eml", data=data, by=cast.henrik)
    assert got.message is not None
    take_in(str(got.message.pk))
    report = Report.objects.get(message=got.message)
    Report.objects.filter(pk=report.pk).update(status=Status.JUDGED)
    return open_case(report=report)


def parts(case: Case) -> dict[str, str]:
    return {str(member.person): member.part for member in Member.objects.filter(case=case)}


def answers(client, case: Case, answer: str) -> None:
    assert client.post(at("sender", case), {"answer": answer}).status_code == 302
    case.refresh_from_db()


def test_nobody_is_kept_out_and_no_manager_let_in_while_it_is_open(cast: Cast) -> None:
    case = came(cast, "mads.holm", "rikke.lund")
    assert not Exclusion.objects.exists()
    assert case.regime == ""
    assert parts(case) == {
        "Rikke Lund": "affected", "Henrik Dam": "handler", "Amina Yusuf": "support"
    }  # fmt: skip
    assert not case.tasks.filter(owner=cast.mads).exists()
    assert not Notice.objects.filter(person=cast.mads).exists()


def test_the_case_asks_and_no_brings_the_manager_in(cast: Cast, as_person) -> None:
    case = came(cast, "mads.holm", "rikke.lund")
    henrik = as_person(cast.henrik)
    assert "Afsenderens adresse eller navn peger på Mads Holm." in text_of(henrik, at("case", case))
    answers(henrik, case, "no")
    assert parts(case)["Mads Holm"] == "handler"
    assert Notice.objects.filter(person=cast.mads, kind="case_for_you").exists()
    assert "Hvem står bag?" not in text_of(henrik, at("case", case))


def test_yes_keeps_them_out_and_makes_it_internal(cast: Cast, as_person) -> None:
    case = came(cast, "mads.holm", "rikke.lund")
    for _ in range(2):
        answers(as_person(cast.henrik), case, "yes")
    assert case.regime == "kraenkende_handlinger"
    assert Exclusion.objects.get().person == cast.mads
    assert case.tasks.get(step="police", state="open").owner == cast.henrik
    assert as_person(cast.mads).get(at("case", case)).status_code == 404


def test_keeping_them_out_by_hand_settles_it_too(cast: Cast, as_person) -> None:
    case = came(cast, "mads.holm", "rikke.lund")
    keep_out(case=case, person=cast.mads, why="conflict", by=cast.henrik)
    assert "Hvem står bag?" not in text_of(as_person(cast.henrik), at("case", case))


def test_the_affected_is_not_told_of_the_doubt(cast: Cast, as_person) -> None:
    case = came(cast, "mads.holm", "rikke.lund")
    assert "Mads Holm" not in text_of(as_person(cast.rikke), at("case", case)).split("<main")[1]
    assert as_person(cast.rikke).post(at("sender", case), {"answer": "yes"}).status_code == 404


def test_a_forward_dropped_in_by_who_got_it_has_somebody_to_handle_it(cast: Cast) -> None:
    body = f"Jeg er bange.\n\nFra: Kenneth <k@x.example>\nEmne: svar\n\n{THREATENING}"
    case = came(cast, "rikke.lund", "henrik.dam", body, "VS: svar")
    assert parts(case)["Rikke Lund"] == "affected"
    assert parts(case)["Henrik Dam"] == "handler"
    assert parts(case)["Mads Holm"] == "handler"
    assert not Exclusion.objects.exists()


def test_own_words_to_the_only_one_in_hr_are_handled_by_them(cast: Cast) -> None:
    case = came(cast, "rikke.lund", "henrik.dam")
    assert parts(case) == {"Henrik Dam": "handler", "Amina Yusuf": "support"}
    assert case.affected is None


def test_from_the_only_one_in_hr_it_is_theirs_all_the_same(cast: Cast) -> None:
    case = came(cast, "henrik.dam", "rikke.lund")
    assert parts(case)["Henrik Dam"] == "handler"
    assert case.tasks.get(step="take_over").owner == cast.henrik


def test_with_two_in_hr_the_other_has_it(cast: Cast) -> None:
    people.give_role(person=cast.jonas, unit=cast.top, code=RoleCode.HR, by=None)
    case = came(cast, "henrik.dam", "rikke.lund")
    assert "Henrik Dam" not in parts(case)
    assert case.tasks.get(step="take_over").owner == cast.jonas


def test_without_hr_the_nearest_manager_who_did_not_send_it_has_it(cast: Cast) -> None:
    Role.objects.filter(code=RoleCode.HR).delete()
    people.give_role(person=cast.jonas, unit=cast.top, code=RoleCode.MANAGER, by=None)
    case = came(cast, "mads.holm", "rikke.lund")
    assert case.tasks.get(step="take_over").owner == cast.jonas


@pytest.mark.parametrize("away", [False, True])
def test_hr_anywhere_in_the_house_is_better_than_nobody(cast: Cast, away: bool) -> None:
    other = people.add_unit(workplace=cast.workplace, name="Personale", parent=cast.top, by=None)
    Role.objects.filter(code=RoleCode.HR).update(unit=other)
    if away:
        today = told(cast).created_at.date()
        people.set_absence(person=cast.henrik, first_day=today, last_day=today, by=None)
    case = open_case(report=told(cast, {**THREAT, "relation": "manager"}))
    assert case.tasks.get(step="take_over").owner == cast.henrik


def test_whom_it_hit_can_be_said_on_the_case(cast: Cast, as_person) -> None:
    case = came(cast, "rikke.lund", "henrik.dam")
    henrik = as_person(cast.henrik)
    given = {"do": "in", "in-person": cast.rikke.pk, "in-part": "affected", "in-why": "asked"}
    assert henrik.post(at("people", case), given).status_code == 302
    case.refresh_from_db()
    report = Report.objects.get()
    assert case.affected == report.affected == cast.rikke
    assert case.facts["target"] == "employee"
    assert "Din sag" in text_of(as_person(cast.rikke), at("case", case))
    assert "gik ud over" not in text_of(henrik, at("people", case))


def test_only_where_nobody_was_known(cast: Cast) -> None:
    case = open_case(report=told(cast))
    let_in(case=case, person=cast.jonas, part=Part.AFFECTED, why="affected", by=cast.henrik)
    case.refresh_from_db()
    assert case.affected == cast.rikke
