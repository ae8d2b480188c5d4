"""Closing says what is missing, and a closed case is only read."""

from conftest import Cast

from vaern.handle.cases.actions import complete, confirm, correct, open_case, overrule
from vaern.handle.cases.models import Case
from vaern.handle.cases.tests.episodes import told
from vaern.handle.cases.tests.pages import at, do, text_of

GIVEN = {"outcome": "stopped", "word": "Det er stoppet. Ring til Mads, hvis det begynder igen."}


def finished(cast: Cast) -> Case:
    case = open_case(report=told(cast))
    for task in case.tasks.filter(required=True):
        complete(task=task, result="Gjort.", by=cast.henrik)
    return case


def test_missing_steps_are_listed_and_need_a_reason(cast: Cast, as_person) -> None:
    case = open_case(report=told(cast))
    henrik = as_person(cast.henrik)
    assert "Tal med den berørte, og tag over" in text_of(henrik, at("close", case))
    assert henrik.post(at("close", case), GIVEN).status_code == 200
    case.refresh_from_db()
    assert case.state == "open"
    reason = {"reason": "Rikke har sagt op og ønsker ikke mere."}
    assert henrik.post(at("close", case), GIVEN | reason).status_code == 302
    case.refresh_from_db()
    assert case.state == "closed"


def test_no_reason_is_asked_for_when_all_is_done(cast: Cast, as_person) -> None:
    case = finished(cast)
    henrik = as_person(cast.henrik)
    assert "Hvorfor lukker I" not in text_of(henrik, at("close", case))
    assert henrik.post(at("close", case), GIVEN).status_code == 302


def test_outcome_and_word_are_asked_for(cast: Cast, as_person) -> None:
    case = finished(cast)
    answer = as_person(cast.henrik).post(at("close", case), {"outcome": "", "word": ""})
    assert set(answer.context["form"].errors) == {"outcome", "word"}


def test_affected_reads_the_last_word(cast: Cast, as_person) -> None:
    case = finished(cast)
    as_person(cast.henrik).post(at("close", case), GIVEN)
    page = text_of(as_person(cast.rikke), at("case", case))
    assert "Ring til Mads, hvis det begynder igen." in page
    assert "Chikanen er stoppet" in page


def test_closed_case_is_only_read(cast: Cast, as_person) -> None:
    case = finished(cast)
    henrik = as_person(cast.henrik)
    task = case.tasks.get(step="pattern")
    henrik.post(at("close", case), GIVEN)
    page = text_of(henrik, at("case", case))
    assert "kan læses, men ikke ændres" in page
    assert at("word", case) not in page
    for name in ("word", "close", "facts", "people", "contact", "add_evidence"):
        assert henrik.get(at(name, case)).status_code == 302
    do(henrik, task, "comment", text="For sent.")
    assert not task.comments.exists()


def test_closing_twice_is_once(cast: Cast, as_person) -> None:
    case = finished(cast)
    henrik = as_person(cast.henrik)
    for _ in range(2):
        assert henrik.post(at("close", case), GIVEN).status_code == 302
    assert case.events.filter(code="case.closed").count() == 1


def test_a_late_word_is_given_back(cast: Cast, as_person) -> None:
    case = finished(cast)
    henrik, mads = as_person(cast.henrik), as_person(cast.mads)
    henrik.post(at("close", case), GIVEN)
    answer = mads.post(at("word", case), {"text": "Jeg ringer i morgen."})
    assert answer.status_code == 409
    assert "Jeg ringer i morgen." in answer.content.decode()
    answer = mads.post(at("close", case), GIVEN | {"word": "Mine egne ord."})
    assert "Mine egne ord." in answer.content.decode()


def test_what_was_told_meanwhile_is_shown_before_closing(cast: Cast, as_person) -> None:
    case = finished(cast)
    henrik = as_person(cast.henrik)
    old = henrik.get(at("close", case)).context["mark"]
    correct(case=case, by=cast.mads, facts={"channel": "sms"})
    answer = henrik.post(at("close", case), GIVEN | {"seen": old})
    assert "Det er ikke gemt endnu" in answer.content.decode()
    assert GIVEN["word"] in answer.content.decode()
    case.refresh_from_db()
    assert case.state == "open"


def test_closing_names_who_hears_and_what_nobody_judged(cast: Cast, as_person) -> None:
    case = open_case(report=told(cast))
    henrik = as_person(cast.henrik)
    page = text_of(henrik, at("close", case))
    assert "En afsluttende besked til Rikke Lund" in page
    assert "Ingen har vurderet, om det er chikane." in page
    confirm(case=case, by=cast.henrik)
    assert "Ingen har vurderet" not in text_of(henrik, at("close", case))


def test_no_harassment_is_an_outcome_and_chosen_beforehand(cast: Cast, as_person) -> None:
    case = open_case(report=told(cast))
    overrule(case=case, by=cast.henrik, harassment=False, kinds=[], urgency=0, severity="",
             reason="En klage.")  # fmt: skip
    answer = as_person(cast.henrik).get(at("close", case))
    assert answer.context["form"].initial["outcome"] == "not_harassment"
    assert "ikke var chikane" in answer.content.decode()
