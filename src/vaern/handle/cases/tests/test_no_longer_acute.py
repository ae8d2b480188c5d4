"""After *no harassment* nothing is acute but care for the sender, which a person can take back."""

from typing import Any

from conftest import Cast

from vaern.handle.cases import daily
from vaern.handle.cases.actions import open_case
from vaern.handle.cases.models import Case
from vaern.handle.cases.tests.episodes import THREAT, told
from vaern.handle.cases.tests.pages import at, text_of
from vaern.handle.reports.models import Report
from vaern.handle.triage.models import Verdict

CARE = {"kinds": [{"kind": "self_harm", "score": 0.9}], "urgency": 3}
NO = {"harassment": "no", "reason": "Læst.", "sure": "yes", "word": "Tak."}
YES = {"harassment": "yes", "kinds": ["degrading"], "urgency": "1", "reason": "Læst."}
SAFE = "Afsenderen er ikke selv i fare"


def acute(cast: Cast, assessment: Any = None) -> tuple[Case, Report]:
    report = told(cast, {**THREAT, "danger": "yes"}, assessment=assessment)
    return open_case(report=report), report


def say(person: Any, case: Case, report: Report, given: Any) -> Case:
    assert person.post(at("verdict", case, report=report.pk), given).status_code == 302
    case.refresh_from_db()
    return case


def test_no_harassment_is_not_acute_and_the_page_says_what_was_judged(
    cast: Cast, as_person: Any
) -> None:
    case, report = acute(cast)
    henrik = as_person(cast.henrik)
    assert "case-acute" in text_of(henrik, at("case", case))
    case = say(henrik, case, report, {**NO, "urgency": "3"})
    assert (case.urgency, case.severity, Verdict.objects.get().urgency) == (0, "", 0)
    page = text_of(henrik, at("case", case))
    assert "case-acute" not in page
    assert "Det er vurderet, at det ikke er chikane. Det går ud over: Rikke Lund." in page
    assert "Det er ikke afgjort, hvad det er" not in page


def test_how_urgent_it_is_need_not_be_said_when_it_is_none(cast: Cast, as_person: Any) -> None:
    case, report = acute(cast)
    assert say(as_person(cast.henrik), case, report, NO).urgency == 0


def test_a_sender_in_danger_stays_acute(cast: Cast, as_person: Any) -> None:
    case, report = acute(cast, CARE)
    case = say(as_person(cast.henrik), case, report, {**NO, "urgency": "0"})
    assert (case.urgency, case.facts["self_harm"]) == (3, True)
    assert case.tasks.get(step="sender_care").state == "open"


def test_a_person_says_that_the_sender_is_in_no_danger(cast: Cast, as_person: Any) -> None:
    for given in (NO, YES):
        case, report = acute(cast, CARE)
        henrik = as_person(cast.henrik)
        assert SAFE in text_of(henrik, at("verdict", case, report=report.pk))
        case = say(henrik, case, report, {**given, "safe": "on"})
        daily.replan(case)
        step = case.tasks.get(step="sender_care")
        assert (case.facts["self_harm"], step.state, step.left) == (False, "not_relevant", "plan")
        page = text_of(henrik, at("case", case))
        assert "afsenderen er ikke selv i fare" in page
        assert "afsenderen kan selv være i fare" not in page


def test_it_needs_a_reason(cast: Cast, as_person: Any) -> None:
    case, report = acute(cast, CARE)
    given = {**YES, "reason": "", "safe": "on"}
    address = at("verdict", case, report=report.pk)
    assert as_person(cast.henrik).post(address, given).status_code == 200
    case.refresh_from_db()
    assert case.facts["self_harm"]


def test_what_follows_takes_the_answer_into_account(cast: Cast, as_person: Any) -> None:
    case, report = acute(cast, CARE)
    henrik, address = as_person(cast.henrik), at("verdict", case, report=report.pk)
    asked = {"harassment": "no", "reason": "Læst."}
    assert "Det bliver stående" in henrik.post(address, asked).content.decode()
    page = henrik.post(address, {**asked, "safe": "on"})
    assert "Det bliver stående" not in page.content.decode()
    assert '<input type="hidden" name="safe" value="True"' in page.content.decode()


def test_nobody_is_asked_where_there_is_no_sign_of_it(cast: Cast, as_person: Any) -> None:
    case, report = acute(cast)
    assert SAFE not in text_of(as_person(cast.henrik), at("verdict", case, report=report.pk))
