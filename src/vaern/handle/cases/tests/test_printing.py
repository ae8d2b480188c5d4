"""A case on paper: for whom is chosen, the content only when asked for, and it is recorded."""

from typing import Any

from conftest import Cast

from vaern.ground.audit.models import AuditRow
from vaern.handle.cases.actions import (
    add_note,
    close,
    complete,
    keep_out,
    open_case,
    overrule,
    set_not_relevant,
)
from vaern.handle.cases.models import Case
from vaern.handle.cases.speaking import add_evidence
from vaern.handle.cases.tests.episodes import told
from vaern.handle.cases.tests.pages import at, text_of
from vaern.handle.evidence.models import Look
from vaern.handle.reports.actions import File, add_later
from vaern.handle.reports.models import Report

SECRETS = ("Et internt notat.", "Hun græd meget.", "Ikke nu.", "Det er en trussel.", "Karen Toft")
WORDS = "jeg skulle passe på"


def worked_on(cast: Cast) -> tuple[Case, Report]:
    report = told(cast, author=cast.jonas, affected=cast.rikke)
    case = open_case(report=report)
    add_note(case=case, by=cast.henrik, text=SECRETS[0])
    complete(task=case.tasks.get(step="take_over"), result=SECRETS[1], by=cast.mads)
    set_not_relevant(task=case.tasks.get(step="pattern"), reason=SECRETS[2], by=cast.mads)
    overrule(case=case, by=cast.henrik, harassment=True, kinds=["threat"], urgency=2,
             severity="serious", reason=SECRETS[3])  # fmt: skip
    keep_out(case=case, person=cast.karen, why="conflict", by=cast.henrik)
    return case, report


def paper(client: Any, case: Case, **given: str) -> str:
    answer = client.post(at("print", case), given)
    assert answer.status_code == 200
    return str(answer.content.decode())


def test_asks_for_whom_first(cast: Cast, as_person) -> None:
    case, _report = worked_on(cast)
    page = text_of(as_person(cast.henrik), at("print", case))
    assert "Sagsmappen" in page
    assert SECRETS[0] not in page
    assert not case.events.filter(code="case.printed").exists()


def test_outside_nothing_internal_comes_along(cast: Cast, as_person) -> None:
    case, _report = worked_on(cast)
    page = paper(as_person(cast.henrik), case, whom="outside")
    assert "Uden interne notater." in page
    assert "Vi taler med dig" in page
    for secret in (*SECRETS, WORDS):
        assert secret not in page


def test_the_file_has_all_but_the_content(cast: Cast, as_person) -> None:
    case, _report = worked_on(cast)
    page = paper(as_person(cast.henrik), case, whom="file")
    for secret in SECRETS:
        assert secret in page
    assert WORDS not in page
    assert "Udskrevet af Henrik Dam" in page


def test_the_content_comes_when_asked_for_and_the_look_is_recorded(cast: Cast, as_person) -> None:
    case, _report = worked_on(cast)
    add_evidence(case=case, by=cast.henrik, files=[File("b.txt", b"Du er faerdig.")])
    page = paper(as_person(cast.henrik), case, whom="file", content="on")
    assert WORDS in page
    assert "Du er faerdig." in page
    assert Look.objects.get().person == cast.henrik
    assert AuditRow.objects.filter(action="report.read").exists()


def test_outside_only_what_is_the_affecteds_own(cast: Cast, as_person) -> None:
    case, report = worked_on(cast)
    add_evidence(case=case, by=cast.henrik, files=[File("b.txt", b"Fra HR.")])
    add_later(report=report, by=cast.jonas, text="Kun til HR.", files=[])
    add_later(report=report, by=cast.rikke, text="Mine egne ord.", files=[])
    page = paper(as_person(cast.henrik), case, whom="outside", content="on")
    assert WORDS in page
    assert "Mine egne ord." in page
    assert "Kun til HR." not in page
    assert "Fra HR." not in page


def test_who_and_when_stands_on_the_timeline_of_the_handlers(cast: Cast, as_person) -> None:
    case, _report = worked_on(cast)
    close(case=case, outcome="stopped", word="Slut.", reason="Aftalt.", by=cast.henrik)
    paper(as_person(cast.amina), case, whom="outside")
    event = case.events.get(code="case.printed")
    assert (event.actor, event.for_affected) == (cast.amina, False)
    assert "udskrevet uden interne notater" in text_of(as_person(cast.henrik), at("case", case))
    assert AuditRow.objects.filter(action="case.printed").exists()


def test_the_case_page_itself_prints_no_notes(cast: Cast, as_person) -> None:
    case, _report = worked_on(cast)
    page = text_of(as_person(cast.henrik), at("case", case))
    assert 'class="section case-internal d-print-none"' in page


def test_the_affected_prints_no_case_of_the_handlers(cast: Cast, as_person) -> None:
    case, _report = worked_on(cast)
    for person in (cast.rikke, cast.jonas, cast.karen, cast.olga):
        assert as_person(person).post(at("print", case), {"whom": "file"}).status_code == 404
