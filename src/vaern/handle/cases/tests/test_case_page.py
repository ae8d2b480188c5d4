"""Who sees what on the case's page."""

import pytest
from conftest import Cast

from vaern.ground.audit.models import AuditRow
from vaern.handle.cases.actions import add_note, keep_out, open_case, record_contact
from vaern.handle.cases.tests.episodes import told
from vaern.handle.cases.tests.pages import at, text_of


def test_handler_sees_steps_people_and_notes(cast: Cast, as_person) -> None:
    case = open_case(report=told(cast))
    add_note(case=case, by=cast.henrik, text="Ring til Mads først.")
    page = text_of(as_person(cast.henrik), at("case", case))
    assert "Ring til Mads først." in page
    assert "Tal med den berørte, og tag over" in page
    assert "Amina Yusuf" in page


def test_own_words_are_not_on_the_handlers_page_before_they_ask(cast: Cast, as_person) -> None:
    case = open_case(report=told(cast))
    assert "passe på" not in text_of(as_person(cast.henrik), at("case", case))


def test_affected_sees_what_is_done_but_no_notes_or_contacts(cast: Cast, as_person) -> None:
    case = open_case(report=told(cast))
    add_note(case=case, by=cast.henrik, text="Internt om politiet.")
    record_contact(case=case, kind="platform", reference="A-77", who="Meta", by=cast.henrik)
    page = text_of(as_person(cast.rikke), at("case", case))
    assert "Din sag" in page
    assert "Mads Holm" in page
    assert "Han skrev, at jeg skulle passe på." in page
    assert not [
        words
        for words in ("Internt", "A-77", "Interne notater", "Værns vurdering")
        if words in page
    ]


def test_reporter_sees_that_it_is_handled(cast: Cast, as_person) -> None:
    case = open_case(report=told(cast, author=cast.jonas, affected=cast.rikke))
    page = text_of(as_person(cast.jonas), at("case", case))
    assert "Sagen, du indberettede" in page
    assert "Interne notater" not in page


@pytest.mark.parametrize("who", ["karen", "olga", "jonas"])
def test_others_find_nothing(cast: Cast, as_person, who: str) -> None:
    case = open_case(report=told(cast))
    for name in ("case", "people", "facts", "word", "contact", "close", "add_evidence"):
        assert as_person(getattr(cast, who)).get(at(name, case)).status_code == 404


def test_affected_is_no_handler(cast: Cast, as_person) -> None:
    case = open_case(report=told(cast))
    for name in ("people", "facts", "word", "contact", "close", "add_evidence"):
        assert as_person(cast.rikke).get(at(name, case)).status_code == 404


def test_kept_out_finds_nothing_whatever_the_role(cast: Cast, as_person) -> None:
    case = open_case(report=told(cast))
    keep_out(case=case, person=cast.mads, why="conflict", by=cast.henrik)
    assert as_person(cast.mads).get(at("case", case)).status_code == 404


def test_signed_out_is_asked_to_sign_in(cast: Cast, client) -> None:
    case = open_case(report=told(cast))
    assert client.get(at("case", case)).status_code == 302


def test_every_view_is_recorded(cast: Cast, as_person) -> None:
    case = open_case(report=told(cast))
    text_of(as_person(cast.rikke), at("case", case))
    text_of(as_person(cast.henrik), at("case", case))
    actors = AuditRow.objects.filter(action="case.viewed").values_list("actor", flat=True)
    assert set(actors) == {str(cast.rikke.pk), str(cast.henrik.pk)}


def test_acute_case_has_the_numbers_on_top(cast: Cast, as_person) -> None:
    case = open_case(report=told(cast, {"kinds": ["threat"], "danger": "yes"}))
    page = text_of(as_person(cast.mads), at("case", case))
    assert page.index("tel:112") < page.index("Det næste")
    assert "55 55 01 12" in page


@pytest.mark.parametrize("urgency", [2, 3])
def test_in_danger_what_is_due_in_minutes_comes_before_the_law(
    cast: Cast, as_person, urgency: int
) -> None:
    case = open_case(report=told(cast))
    type(case).objects.filter(pk=case.pk).update(urgency=urgency)
    page = text_of(as_person(cast.henrik), at("case", case)).split("Det næste")[1]
    assert (page.index("task-list") < page.index("data-clock-box")) == (urgency == 3)


@pytest.mark.parametrize("severity", ["acute_danger", "serious"])
def test_that_it_is_acute_is_said_once(cast: Cast, as_person, severity: str) -> None:
    case = open_case(report=told(cast, {"kinds": ["threat"], "danger": "yes"}))
    case.severity, case.urgency = severity, 3
    case.save(update_fields=["severity", "urgency"])
    page = text_of(as_person(cast.henrik), at("case", case))
    assert page.count("badge-acute") == 1


def test_law_deadline_has_a_clock_with_its_source(cast: Cast, as_person) -> None:
    case = open_case(report=told(cast))
    page = text_of(as_person(cast.henrik), at("case", case))
    assert "data-clock" in page
    assert "Offererstatningsloven § 10" in page


def test_affected_learns_of_the_72_hours_with_the_source(cast: Cast, as_person) -> None:
    case = open_case(report=told(cast))
    page = text_of(as_person(cast.rikke), at("case", case))
    assert "72 timer" in page
    assert "Offererstatningsloven § 10" in page


def test_the_page_asks_the_database_a_bounded_number_of_times(
    cast: Cast, as_person, django_assert_max_num_queries
) -> None:
    case = open_case(report=told(cast))
    client = as_person(cast.henrik)
    with django_assert_max_num_queries(45):
        client.get(at("case", case))


def test_sections_of_the_penal_code_may_apply_and_have_their_source(cast: Cast, as_person) -> None:
    page = text_of(as_person(cast.henrik), at("case", open_case(report=told(cast))))
    penal = page.split("Paragraffer, der kan være relevante")[1].split("</details>")[0]
    assert "kan være strafbart" in penal
    assert "Politi og domstole afgør det." in penal
    assert penal.count("Kilde:") == penal.count("<li>")
    assert 'href="https://' in penal
