"""Correcting an answer, saying whom it hit, and finding one's drafts again."""

import pytest
from django.urls import reverse

from vaern.ground.people import actions as people
from vaern.ground.people.models import RoleCode
from vaern.handle.reports import actions
from vaern.handle.reports.models import Report, Status, Via
from vaern.handle.reports.tests.filling import SCREENS, begin, fill
from vaern.handle.reports.tests.telling import draft_by

TO_THE_END = list(SCREENS)[:-1]


def filled(client, slugs=TO_THE_END, **first):
    pk = begin(client, **first)
    for slug in slugs:
        assert fill(client, pk, slug).status_code == 303
    return pk


def leads_to(answer) -> str:
    assert answer.status_code == 303
    return str(answer.headers["Location"].rstrip("/").rpartition("/")[2])


@pytest.mark.parametrize("slug", TO_THE_END)
def test_after_correcting_one_answer_one_is_back_at_the_last_screen(cast, as_person, slug):
    rikke = as_person(cast.rikke)
    assert leads_to(fill(rikke, filled(rikke), slug)) == "send"


def test_so_too_when_there_were_no_files_to_add(cast, as_person):
    rikke = as_person(cast.rikke)
    pk = filled(rikke, TO_THE_END[:-1])
    assert leads_to(fill(rikke, pk, "bevis", pasted="")) == "send"
    assert leads_to(fill(rikke, pk, "hvor")) == "send"


def test_before_the_last_screen_one_goes_on_in_order(cast, as_person):
    rikke = as_person(cast.rikke)
    pk = filled(rikke, ["hvad", "hvor"])
    assert leads_to(fill(rikke, pk, "hvad")) == "hvor"


def test_a_draft_that_was_at_the_last_screen_is_taken_up_there(cast, as_person):
    rikke = as_person(cast.rikke)
    pk = filled(rikke)
    fill(rikke, pk, "hvad")
    assert leads_to(rikke.get(reverse("reports:resume", args=[pk]))) == "send"


def test_changed_to_a_colleague_it_asks_for_the_name_before_sending(cast, as_person):
    jonas = as_person(cast.jonas)
    pk = filled(jonas)
    first = reverse("reports:step", args=[pk, "fare"])
    assert leads_to(jonas.post(first, {"danger": "no", "via": "colleague"})) == "hvem"
    assert leads_to(fill(jonas, pk, "send")) == "hvem"
    assert Report.objects.get().status == Status.DRAFT
    assert leads_to(fill(jonas, pk, "hvem", colleague="Rikke Lund")) == "send"


@pytest.mark.parametrize(
    ("via", "target"), [(Via.COLLEAGUE, "several"), (Via.DESK, "employee"), (Via.DESK, "family")]
)
def test_nothing_is_sent_about_somebody_who_has_no_name(cast, via, target):
    draft = draft_by(cast.jonas, via, affected=None, target=target)
    with pytest.raises(actions.Unfinished):
        actions.send(report=draft, by=cast.jonas)
    assert Report.objects.get().status == Status.DRAFT


def test_the_desk_may_write_for_all_of_us(cast):
    draft = draft_by(cast.jonas, Via.DESK, affected=None, target="workplace")
    assert actions.send(report=draft, by=cast.jonas)


def namesakes(cast):
    for one in (1, 2):
        address = f"mette{one}@havneby.example"
        person = people.add_person(
            workplace=cast.workplace, name="Mette Jensen", email=address, by=None
        )
        people.give_role(person=person, unit=cast.unit, code=RoleCode.EMPLOYEE, by=None)


def test_namesakes_are_told_apart_by_their_address(cast, as_person):
    namesakes(cast)
    jonas = as_person(cast.jonas)
    pk = filled(jonas, ["hvad", "hvor"], via=Via.COLLEAGUE)
    asked = fill(jonas, pk, "hvem", colleague="Mette Jensen").content.decode()
    meant = "Mette Jensen, mette2@havneby.example"
    assert f"Mette Jensen, mette1@havneby.example; {meant}" in asked
    for typed in (meant, "mette2@havneby.example"):
        assert fill(jonas, pk, "hvem", colleague=typed).status_code == 303
    kept = jonas.get(reverse("reports:step", args=[pk, "hvem"])).context["form"].initial
    assert kept["colleague"] == meant
    affected = Report.objects.get().affected
    assert affected is not None
    assert affected.email == "mette2@havneby.example"


def test_every_draft_can_be_reached(cast, as_person):
    rikke = as_person(cast.rikke)
    for _ in range(7):
        begin(rikke)
    names = ("reports:mine", "reports:start")
    pages = {name: rikke.get(reverse(name)).content.decode() for name in names}
    assert pages["reports:mine"].count("/videre/") == 7
    assert "Se alle dine kladder" in pages["reports:start"]
