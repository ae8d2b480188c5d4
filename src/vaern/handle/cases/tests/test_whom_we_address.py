"""Each reader is spoken to as who they are; handlers read names."""

from conftest import Cast
from django.urls import reverse

from vaern.handle.cases.actions import complete, keep_out, open_case
from vaern.handle.cases.models import Case, Member
from vaern.handle.cases.tests.episodes import told
from vaern.handle.cases.tests.pages import at, text_of
from vaern.handle.reports.models import Report


def for_rikke(cast: Cast) -> tuple[Case, Report]:
    report = told(cast, author=cast.jonas, affected=cast.rikke)
    return open_case(report=report), report


def test_the_affected_reads_du(cast: Cast, as_person) -> None:
    case, _report = for_rikke(cast)
    page = text_of(as_person(cast.rikke), at("case", case))
    assert "Vær ikke alene med det" in page
    assert "Spørg til" not in page
    assert "Du skal ikke gøre noget" not in page


def test_the_reporter_reads_whose_task_it_is_and_how_to_be_there(cast: Cast, as_person) -> None:
    case, report = for_rikke(cast)
    complete(task=case.tasks.get(step="evidence"), result="Gemt.", by=cast.amina)
    page = text_of(as_person(cast.jonas), at("case", case))
    assert "<strong>Mads Holm, leder:</strong> Tal med den berørte" in page
    assert "<strong>Amina Yusuf:</strong>" in page
    assert "Spørg til Rikke Lund" in page
    receipt = text_of(as_person(cast.jonas), reverse("cases:receipt", args=[report.pk]))
    assert "Spørg til Rikke Lund" in receipt
    own = text_of(as_person(cast.rikke), reverse("cases:receipt", args=[report.pk]))
    assert "Spørg til" not in own


def test_the_handler_reads_the_names_of_who_will_read(cast: Cast, as_person) -> None:
    case, _report = for_rikke(cast)
    henrik = as_person(cast.henrik)
    page = text_of(henrik, at("case", case))
    assert "Skriv til Rikke Lund og Jonas Bæk" in page
    assert "Rikke Lund og Jonas Bæk ser dem ikke." in page
    answer = henrik.post(at("word", case), {"text": "Vi ringer."}, follow=True)
    assert "Rikke Lund og Jonas Bæk kan læse den" in answer.content.decode()


def test_who_is_kept_out_is_not_named_as_a_reader(cast: Cast, as_person) -> None:
    case, _report = for_rikke(cast)
    keep_out(case=case, person=cast.jonas, why="conflict", by=cast.henrik)
    assert "Skriv til Rikke Lund<" in text_of(as_person(cast.henrik), at("word", case))


def test_where_nobody_reads_nothing_is_called_sent(cast: Cast, as_person) -> None:
    case, report = for_rikke(cast)
    Report.objects.filter(pk=report.pk).update(author=None, affected=None)
    Case.objects.filter(pk=case.pk).update(affected=None)
    Member.objects.filter(case=case, part__in=("affected", "reporter")).delete()
    henrik = as_person(cast.henrik)
    assert at("word", case) not in text_of(henrik, at("case", case))
    answer = henrik.post(at("word", case), {"text": "Hallo?"})
    assert "Der er ingen, der kan læse en besked" in answer.content.decode()
