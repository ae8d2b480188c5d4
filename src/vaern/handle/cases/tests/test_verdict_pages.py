"""A person confirms with one click, or corrects with a reason; and corrects the facts."""

from datetime import timedelta

from conftest import Cast

from vaern.handle.cases.actions import open_case
from vaern.handle.cases.models import Case
from vaern.handle.cases.tests.episodes import told
from vaern.handle.cases.tests.pages import at, text_of
from vaern.handle.reports.models import Report
from vaern.handle.triage.actions import suggest
from vaern.handle.triage.merging import NOTHING
from vaern.handle.triage.models import Verdict


def opened(cast: Cast) -> tuple[Case, Report]:
    report = told(cast, assessment={"kinds": [{"kind": "threat", "score": 0.93}]})
    return open_case(report=report), report


def test_suggestion_is_said_in_words(cast: Cast, as_person) -> None:
    case, _report = opened(cast)
    page = text_of(as_person(cast.henrik), at("case", case))
    assert "Ligner en trussel" in page
    assert "Et menneske bestemmer" in page


def test_one_click_confirms_once(cast: Cast, as_person) -> None:
    case, report = opened(cast)
    henrik = as_person(cast.henrik)
    for _ in range(2):
        assert henrik.post(at("confirm", case, report=report.pk)).status_code == 302
    assert Verdict.objects.get().agrees
    assert "Henrik Dam gav ret" in text_of(henrik, at("case", case))


def test_overruled_with_a_reason_that_only_handlers_see(cast: Cast, as_person) -> None:
    case, report = opened(cast)
    given = {"harassment": "yes", "kinds": ["degrading"], "urgency": "1", "severity": "offensive"}
    henrik, address = as_person(cast.henrik), at("verdict", case, report=report.pk)
    assert henrik.post(address, given).status_code == 200
    assert henrik.post(address, given | {"reason": "Der er ingen trussel."}).status_code == 302
    case.refresh_from_db()
    assert (case.kinds, case.urgency) == (["degrading"], 1)
    assert "Der er ingen trussel." in text_of(henrik, at("case", case))
    assert "Der er ingen trussel." not in text_of(as_person(cast.rikke), at("case", case))


def test_harassment_without_a_kind_is_asked_for_it(cast: Cast, as_person) -> None:
    case, report = opened(cast)
    given = {"harassment": "yes", "urgency": "1", "reason": "Fordi."}
    answer = as_person(cast.henrik).post(at("verdict", case, report=report.pk), given)
    assert "Vælg mindst én." in answer.content.decode()


def test_not_harassment_needs_no_kind(cast: Cast, as_person) -> None:
    case, report = opened(cast)
    given = {"harassment": "no", "urgency": "0", "reason": "Det var en klage.", "sure": "yes"}
    given |= {"word": "Tak, fordi du sagde det."}
    as_person(cast.henrik).post(at("verdict", case, report=report.pk), given)
    assert not Verdict.objects.get().harassment


def test_affected_gives_no_verdict(cast: Cast, as_person) -> None:
    case, report = opened(cast)
    assert as_person(cast.rikke).post(at("confirm", case, report=report.pk)).status_code == 404


def test_corrected_absence_brings_the_easy_step(cast: Cast, as_person) -> None:
    case, _report = opened(cast)
    assert not case.tasks.filter(step="easy_absence").exists()
    henrik = as_person(cast.henrik)
    before = henrik.get(at("facts", case)).context["form"].initial
    given = {name: value or "" for name, value in before.items() if name != "occurred_at"}
    given |= {"occurred_at": before["occurred_at"].astimezone().strftime("%Y-%m-%dT%H:%M")}
    today = before["occurred_at"].date()
    given |= {"first_day": today.isoformat(), "last_day": (today + timedelta(days=4)).isoformat()}
    assert henrik.post(at("facts", case), given).status_code == 302
    case.refresh_from_db()
    assert case.facts["absence"]["first_day"] == today.isoformat()


def test_last_day_before_the_first_is_refused(cast: Cast, as_person) -> None:
    case, _report = opened(cast)
    given = {"first_day": "2026-11-23", "last_day": "2026-11-20"}
    answer = as_person(cast.henrik).post(at("facts", case), given)
    assert "kan ikke ligge før" in answer.content.decode()


def test_same_sender_is_offered_and_joined(cast: Cast, as_person) -> None:
    first = open_case(report=told(cast, sender="per@x.example"))
    second = open_case(report=told(cast, author=cast.jonas, sender="per@x.example"))
    henrik = as_person(cast.henrik)
    assert "Samme afsender som i" in text_of(henrik, at("case", second))
    answer = henrik.post(at("join", second), {"into": str(first.pk)})
    assert answer.url == at("case", first)
    assert henrik.get(at("case", second)).url == at("case", first)


def test_only_an_offered_case_is_joined(cast: Cast, as_person) -> None:
    first, second = open_case(report=told(cast)), open_case(report=told(cast))
    answer = as_person(cast.henrik).post(at("join", second), {"into": str(first.pk)})
    assert answer.status_code == 404


def test_an_answer_to_an_older_suggestion_is_asked_again(cast: Cast, as_person) -> None:
    case, report = opened(cast)
    henrik, address = as_person(cast.henrik), at("verdict", case, report=report.pk)
    seen = henrik.get(address).context["suggestion"].mark
    graver = {**NOTHING, "kinds": [{"kind": "extortion", "score": 0.9}], "urgency": 3}
    suggest(report=report, assessment={**graver, "engine": "prøve"}, by=None)
    henrik.post(at("confirm", case, report=report.pk), {"suggestion": seen})
    given = {"harassment": "no", "urgency": "0", "reason": "Det var en klage.", "suggestion": seen}
    page = henrik.post(address, given)
    assert "Intet er ændret." in page.content.decode()
    assert "Det var en klage." in page.content.decode()
    assert not Verdict.objects.exists()
    given |= {"sure": "yes", "word": "Tak."}
    given["suggestion"] = page.context["suggestion"].mark
    assert henrik.post(address, given).status_code == 302
