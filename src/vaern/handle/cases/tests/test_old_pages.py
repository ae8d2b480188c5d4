"""An old page never overwrites what somebody chose meanwhile, and nothing typed is lost."""

from conftest import Cast

from vaern.handle.cases import meanwhile
from vaern.handle.cases.actions import correct, open_case
from vaern.handle.cases.tests.episodes import told
from vaern.handle.cases.tests.pages import at, text_of
from vaern.handle.cases.tests.test_verdicts import overruled
from vaern.handle.triage.models import Verdict

MINE = {"harassment": "yes", "kinds": ["extortion"], "urgency": "1", "severity": "serious",
        "reason": "Han vil have penge."}  # fmt: skip


def test_a_newer_verdict_is_not_overwritten(cast: Cast, as_person) -> None:
    report = told(cast)
    case = open_case(report=report)
    henrik, address = as_person(cast.henrik), at("verdict", case, report=report.pk)
    old = henrik.get(address).context["mark"]
    overruled(cast, case, by=cast.mads, kinds=["degrading"])
    answer = henrik.post(address, MINE | {"seen": old})
    page = answer.content.decode()
    assert "Det er ikke gemt endnu" in page
    assert "Mads Holm" in page
    assert "Han vil have penge." in page
    case.refresh_from_db()
    assert case.kinds == ["degrading"]
    assert henrik.post(address, MINE | {"seen": answer.context["mark"]}).status_code == 302
    case.refresh_from_db()
    assert case.kinds == ["extortion"]


def test_an_old_page_confirms_nothing(cast: Cast, as_person) -> None:
    report = told(cast)
    case = open_case(report=report)
    old = meanwhile.mark(case)
    overruled(cast, case, by=cast.mads, kinds=["degrading"], urgency=1)
    address = at("confirm", case, report=report.pk)
    answer = as_person(cast.henrik).post(address, {"seen": old}, follow=True)
    assert "Sagen er ændret, siden du åbnede siden" in answer.content.decode()
    assert not Verdict.objects.get().agrees


def test_the_same_twice_is_saved_once_and_said_so(cast: Cast, as_person) -> None:
    report = told(cast)
    case = open_case(report=report)
    henrik, address = as_person(cast.henrik), at("verdict", case, report=report.pk)
    henrik.post(address, MINE | {"seen": ""})
    again = henrik.post(address, MINE | {"seen": ""}, follow=True)
    assert "Det er gemt i forvejen." in again.content.decode()
    assert Verdict.objects.count() == 1


def test_old_facts_do_not_undo_newer_ones(cast: Cast, as_person) -> None:
    case = open_case(report=told(cast))
    henrik = as_person(cast.henrik)
    old = henrik.get(at("facts", case)).context["mark"]
    correct(case=case, by=cast.mads, facts={"channel": "sms"})
    given = {"channel": "email", "relation": "citizen", "target": "leader", "seen": old}
    answer = henrik.post(at("facts", case), given)
    assert "Det er ikke gemt endnu" in answer.content.decode()
    assert answer.context["form"]["target"].value() == "leader"
    case.refresh_from_db()
    assert case.facts["channel"] == "sms"


def test_nothing_to_correct_is_not_called_saved(cast: Cast, as_person) -> None:
    case = open_case(report=told(cast, {"channel": "sms"}))
    case.refresh_from_db()
    occurred = as_person(cast.henrik).get(at("facts", case)).context["form"].initial["occurred_at"]
    given = {"channel": "sms", "occurred_at": occurred.strftime("%Y-%m-%dT%H:%M")}
    answer = as_person(cast.henrik).post(at("facts", case), given, follow=True)
    assert "Intet er ændret" in answer.content.decode()
    assert "Rettet" not in answer.content.decode()


def test_the_page_carries_its_mark(cast: Cast, as_person) -> None:
    case = open_case(report=told(cast))
    correct(case=case, by=cast.mads, facts={"channel": "sms"})
    page = text_of(as_person(cast.henrik), at("case", case))
    assert f'name="seen" value="{meanwhile.mark(case)}"' in page


def test_a_sender_settled_before_is_not_called_settled_now(cast: Cast, as_person) -> None:
    case = open_case(report=told(cast))
    answer = as_person(cast.henrik).post(at("sender", case), {"answer": "yes"}, follow=True)
    assert "Det er afgjort i forvejen. Intet er ændret." in answer.content.decode()
