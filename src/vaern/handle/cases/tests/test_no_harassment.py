"""*No harassment* is asked twice, and those who told of it hear kind words back."""

from typing import Any

from conftest import Cast
from django.test import Client

from vaern.ground.notify.models import Notice
from vaern.handle.cases.actions import open_case, overrule
from vaern.handle.cases.models import Case
from vaern.handle.cases.tests.episodes import told
from vaern.handle.cases.tests.pages import at, text_of
from vaern.handle.reports.models import Addition, Report
from vaern.handle.triage.models import Verdict

NO = {"harassment": "no", "urgency": "0", "severity": "", "reason": "Det var en klage."}
WORD = {"sure": "yes", "word": "Tak, fordi du sagde det. Ring til Amina."}


def for_rikke(cast: Cast) -> tuple[Case, Report]:
    report = told(cast, author=cast.jonas, affected=cast.rikke)
    return open_case(report=report), report


def say(client: Client, case: Case, report: Report, **given: str) -> Any:
    return client.post(at("verdict", case, report=report.pk), {**NO, **given})


def test_what_follows_is_shown_before_anything_is_saved(cast: Cast, as_person) -> None:
    case, report = for_rikke(cast)
    page = say(as_person(cast.henrik), case, report).content.decode()
    assert "Er du sikker på, at det ikke er chikane?" in page
    assert "Tal med den berørte, og tag over" in page
    assert "Rikke Lund" in page
    assert "Jonas Bæk" in page
    assert "Vi har taget det alvorligt" in page
    assert "Det var en klage." in page
    assert not Verdict.objects.exists()
    assert case.tasks.filter(state="open").exists()


def test_both_who_told_and_whom_it_hit_hear_of_it(cast: Cast, as_person) -> None:
    case, report = for_rikke(cast)
    assert say(as_person(cast.henrik), case, report, **WORD).status_code == 302
    assert not Verdict.objects.get().harassment
    assert not case.tasks.filter(state="open").exists()
    for person in (cast.rikke, cast.jonas):
        page = text_of(as_person(person), at("case", case))
        assert "Ring til Amina." in page
        assert "Det var rigtigt at sige det" in page
        assert "Det var en klage." not in page
        assert Notice.objects.filter(person=person, kind="word_for_you").count() == 1


def test_an_empty_word_is_asked_for_and_the_reason_kept(cast: Cast, as_person) -> None:
    case, report = for_rikke(cast)
    answer = say(as_person(cast.henrik), case, report, sure="yes", word=" ")
    assert answer.status_code == 200
    assert "Det var en klage." in answer.content.decode()
    assert not Verdict.objects.exists()


def test_two_clicks_say_it_once(cast: Cast, as_person) -> None:
    case, report = for_rikke(cast)
    henrik = as_person(cast.henrik)
    for _ in range(2):
        assert say(henrik, case, report, **WORD).status_code == 302
    assert Verdict.objects.count() == 1
    assert Addition.objects.filter(to_reporter=True).count() == 1


def test_whoever_judges_by_another_way_still_answers(cast: Cast) -> None:
    case, _report = for_rikke(cast)
    overrule(case=case, by=cast.henrik, harassment=False, kinds=[], urgency=0, severity="",
             reason="En klage.")  # fmt: skip
    word = Addition.objects.get(to_reporter=True).text
    assert "Vi har taget det alvorligt" in word
    assert "Henrik Dam (HR)" in word


def test_the_case_says_that_nothing_more_is_asked(cast: Cast, as_person) -> None:
    case, report = for_rikke(cast)
    henrik = as_person(cast.henrik)
    say(henrik, case, report, **WORD)
    assert "planen beder ikke om mere" in text_of(henrik, at("case", case))
