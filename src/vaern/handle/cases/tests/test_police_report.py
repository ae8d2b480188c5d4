"""A report to the police: number, date and by whom, for the handlers and the affected person."""

from datetime import timedelta

from conftest import Cast
from django.utils import timezone

from vaern.handle.cases.actions import open_case
from vaern.handle.cases.models import Case, Contact
from vaern.handle.cases.tests.episodes import told
from vaern.handle.cases.tests.pages import at, text_of

GIVEN = {"kind": "police", "reference": "0100-70111-00042-26", "who": "Vagten",
         "on": "2026-11-20", "filed_by": "Mads Holm"}  # fmt: skip


def reported(cast: Cast, as_person) -> Case:
    case = open_case(report=told(cast, author=cast.jonas, affected=cast.rikke))
    assert as_person(cast.henrik).post(at("contact", case), GIVEN).status_code == 302
    return case


def test_handlers_read_number_date_who_and_the_next_time(cast: Cast, as_person) -> None:
    case = reported(cast, as_person)
    page = text_of(as_person(cast.henrik), at("case", case))
    assert "Journalnummer 0100-70111-00042-26" in page
    assert "20. november 2026 af Mads Holm" in page
    assert "Næste opfølgning hos politiet" in page


def test_the_affected_reads_it_too_and_the_reporter_does_not(cast: Cast, as_person) -> None:
    case = reported(cast, as_person)
    page = text_of(as_person(cast.rikke), at("case", case))
    assert "0100-70111-00042-26" in page
    assert "20. november 2026 af Mads Holm" in page
    assert "Henrik Dam spørger politiet, hvor sagen står" in page
    assert "Vagten" not in page
    assert "Erstatning fra staten" not in page
    assert "0100-70111-00042-26" not in text_of(as_person(cast.jonas), at("case", case))


def test_a_day_to_come_is_asked_again_and_the_rest_kept(cast: Cast, as_person) -> None:
    case = open_case(report=told(cast))
    tomorrow = (timezone.localdate() + timedelta(days=1)).isoformat()
    answer = as_person(cast.henrik).post(at("contact", case), GIVEN | {"on": tomorrow})
    page = answer.content.decode()
    assert "Dagen kan ikke ligge i fremtiden." in page
    assert "0100-70111-00042-26" in page
    assert not Contact.objects.exists()


def test_twice_is_once(cast: Cast, as_person) -> None:
    case = reported(cast, as_person)
    as_person(cast.henrik).post(at("contact", case), GIVEN)
    assert Contact.objects.count() == 1
