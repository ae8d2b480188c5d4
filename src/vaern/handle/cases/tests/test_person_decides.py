"""After a verdict the case shows the person's finding, and the suggestion as what it was."""

from conftest import Cast

from vaern.handle.cases import findings_shown, jobs
from vaern.handle.cases.actions import correct, open_case
from vaern.handle.cases.doubt import from_inside
from vaern.handle.cases.tests.episodes import told
from vaern.handle.cases.tests.pages import at, text_of
from vaern.handle.cases.tests.test_verdicts import overruled
from vaern.handle.triage.actions import suggest
from vaern.handle.triage.merging import NOTHING

LOOKS = {"kinds": [{"kind": "threat", "score": 0.93}]}


def section(page: str, name: str) -> str:
    """The part of the page under the heading with this id."""
    return page.split(f'id="{name}"')[1].split("</section>", maxsplit=1)[0]


def test_no_harassment_is_the_finding(cast: Cast) -> None:
    case = open_case(report=told(cast, assessment=LOOKS))
    overruled(cast, case, harassment=False, kinds=[], urgency=0, severity="")
    case.refresh_from_db()
    finding = findings_shown.shown(case)
    assert finding is not None
    assert "ikke er chikane" in finding.verdict
    assert (finding.kinds, finding.regime, finding.penal, finding.missing) == ("", "", [], [])


def test_harassment_is_the_finding_also_where_the_rules_saw_criticism(cast: Cast) -> None:
    case = open_case(report=told(cast, {"kinds": ["harsh_criticism"], "channel": "email",
                                        "channel_owner": "workplace", "relation": "citizen"}))  # fmt: skip
    assert case.finding["is_digital_harassment"] is False
    overruled(cast, case, kinds=["harsh_criticism"])
    case.refresh_from_db()
    assert case.finding["is_digital_harassment"] is True
    assert case.regime == "vold"


def test_a_sender_of_ours_stays_one_when_it_is_no_harassment(cast: Cast) -> None:
    case = open_case(report=told(cast, {"kinds": ["degrading"], "channel": "email",
                                        "relation": "manager"}))  # fmt: skip
    overruled(cast, case, harassment=False, kinds=[], urgency=0, severity="")
    case.refresh_from_db()
    assert from_inside(case)


def test_the_page_shows_the_persons_finding_first(cast: Cast, as_person) -> None:
    report = told(cast, assessment=LOOKS)
    case = open_case(report=report)
    page = text_of(as_person(cast.henrik), at("case", case))
    assert "Ingen har vurderet det endnu" in section(page, "vurderingen")
    overruled(cast, case, kinds=["degrading"], urgency=1, severity="offensive")
    page = text_of(as_person(cast.henrik), at("case", case))
    decided = section(page, "vurderingen")
    assert "nedgørende besked" in decided
    assert "Henrik Dam vurderede" in decided
    assert "Jeg har læst det." in decided
    assert "Ligner en trussel" not in decided
    assert "Forslaget er rettet" in page
    assert page.index('id="vurderingen"') < page.index("Ligner en trussel")


def test_the_overruled_suggestion_is_kept_when_a_new_one_comes(cast: Cast, as_person) -> None:
    report = told(cast, assessment=LOOKS)
    case = open_case(report=report)
    overruled(cast, case, kinds=["degrading"], urgency=1, severity="offensive")
    newer = {**NOTHING, "kinds": [{"kind": "extortion", "score": 0.9}], "engine": "ny"}
    suggest(report=report, assessment=newer, by=None)
    page = text_of(as_person(cast.henrik), at("case", case))
    assert "dengang det blev vurderet" in page
    assert "Ligner en trussel" in page


def test_earlier_verdicts_can_be_read(cast: Cast, as_person) -> None:
    case = open_case(report=told(cast, assessment=LOOKS))
    overruled(cast, case, reason="Først troede jeg det.")
    overruled(cast, case, kinds=["degrading"])
    page = text_of(as_person(cast.henrik), at("case", case))
    assert "Tidligere vurderinger" in page
    assert "Først troede jeg det." in page


def test_what_is_graver_later_is_no_longer_turned_away(cast: Cast) -> None:
    report = told(cast, assessment=LOOKS)
    case = open_case(report=report)
    overruled(cast, case, harassment=False, kinds=[], urgency=0, severity="")
    graver = {**NOTHING, "kinds": [{"kind": "extortion", "score": 0.9}], "urgency": 3}
    suggest(report=report, assessment={**graver, "engine": "ny"}, by=None)
    jobs.heard_more(str(report.pk))
    case.refresh_from_db()
    finding = findings_shown.shown(case)
    assert finding is not None
    assert "ikke er chikane" not in finding.verdict
    assert "conduct_judged" not in {reason["code"] for reason in case.finding["reasons"]}


def test_harassment_stands_also_where_the_rules_cannot_say(cast: Cast) -> None:
    unclear = {"kinds": ["threat"], "channel": "email", "channel_owner": "private"}
    case = open_case(report=told(cast, unclear))
    overruled(cast, case)
    for facts, words in (
        ({"relation": "unknown"}, "Det er vurderet, at det er chikane. Der mangler"),
        ({"channel": "letter"}, "men det er ikke digitalt"),
        ({"channel": "email", "work_connection": False}, "ikke hænger sammen med arbejdet"),
    ):
        correct(case=case, by=cast.henrik, facts=facts)
        case.refresh_from_db()
        finding = findings_shown.shown(case)
        assert finding is not None
        assert words in finding.verdict
