"""A person confirms or overrules; the plan follows and everything is kept."""

import pytest
from conftest import Cast

from vaern.ground.notify.models import Notice
from vaern.handle.cases.actions import complete, confirm, correct, open_case, overrule
from vaern.handle.cases.changing import Missing
from vaern.handle.cases.models import Case
from vaern.handle.cases.tests.episodes import told
from vaern.handle.triage.models import Verdict


def states(case: Case) -> dict[str, tuple[str, str]]:
    return {task.step: (task.state, task.left) for task in case.tasks.all()}


def overruled(cast: Cast, case: Case, **changed: object) -> None:
    values = {"harassment": True, "kinds": ["threat"], "urgency": 2, "severity": "serious"}
    values |= {"reason": "Jeg har læst det."}
    overrule(case=case, **{"by": cast.henrik, **values, **changed})  # type: ignore[arg-type]


def test_confirm_is_one_click_and_counts_once(cast: Cast) -> None:
    case = open_case(report=told(cast))
    assert confirm(case=case, by=cast.henrik)
    assert not confirm(case=case, by=cast.henrik)
    verdict = Verdict.objects.get()
    assert verdict.agrees
    assert verdict.kinds == ["threat"]


def test_overruling_needs_a_reason_and_is_kept(cast: Cast) -> None:
    case = open_case(report=told(cast))
    with pytest.raises(Missing):
        overrule(
            case=case, by=cast.henrik, harassment=True, kinds=["threat"], urgency=1,
            severity="", reason=" ",
        )  # fmt: skip
    overruled(cast, case, kinds=["degrading"], urgency=1, severity="offensive")
    case.refresh_from_db()
    assert (case.kinds, case.urgency, case.severity) == (["degrading"], 1, "offensive")
    assert Verdict.objects.get().reason == "Jeg har læst det."


def test_steps_come_and_go_and_done_ones_stand(cast: Cast) -> None:
    case = open_case(report=told(cast))
    complete(task=case.tasks.get(step="defusing"), result="Holdt.", by=cast.mads)
    overruled(cast, case, kinds=["degrading"], urgency=1, severity="offensive")
    after = states(case)
    assert after["inform_colleagues"] == ("not_relevant", "plan")
    assert after["defusing"] == ("done", "")
    overruled(cast, case, urgency=3, severity="possibly_punishable")
    after = states(case)
    assert after["inform_colleagues"] == ("open", "")
    assert after["safety"] == ("open", "")


def test_not_harassment_leaves_nothing_to_do(cast: Cast) -> None:
    case = open_case(report=told(cast))
    overruled(cast, case, harassment=False, kinds=[], urgency=0, severity="")
    assert {state for state, _ in states(case).values()} == {"not_relevant"}
    correct(case=case, by=cast.henrik, facts={"channel": "sms"})
    assert {state for state, _ in states(case).values()} == {"not_relevant"}
    overruled(cast, case)
    assert states(case)["take_over"] == ("open", "")


IN_DANGER = {"kinds": [{"kind": "self_harm", "score": 0.9}]}


@pytest.mark.parametrize(
    "said", [{"harassment": False, "kinds": [], "urgency": 0, "severity": ""}, {"kinds": ["hate"]}]
)
def test_care_for_a_sender_in_danger_is_no_matter_of_a_verdict(
    cast: Cast, said: dict[str, object]
) -> None:
    case = open_case(report=told(cast, assessment=IN_DANGER))
    overruled(cast, case, **said)
    assert states(case)["sender_care"] == ("open", "")
    assert states(case)["first_aid"] == ("open", "")
    correct(case=case, by=cast.henrik, facts={"channel": "sms"})
    assert states(case)["sender_care"] == ("open", "")


def test_only_care_is_left_when_it_is_no_harassment(cast: Cast) -> None:
    case = open_case(report=told(cast, assessment=IN_DANGER))
    overruled(cast, case, harassment=False, kinds=[], urgency=0, severity="")
    left = {step for step, (state, _) in states(case).items() if state == "open"}
    assert left == {"sender_care", "take_over", "first_aid", "follow_up_talk"}


def test_new_steps_are_told_to_their_owner(cast: Cast) -> None:
    case = open_case(report=told(cast, {"kinds": ["degrading"], "relation": "citizen"}))
    overruled(cast, case, urgency=2, kinds=["threat"])
    assert Notice.objects.filter(person=cast.mads, kind="task_for_you").count() == 1


def test_new_acute_danger_is_told_at_once(cast: Cast) -> None:
    case = open_case(report=told(cast))
    overruled(cast, case, urgency=3)
    told_now = Notice.objects.filter(kind="case_acute").values_list("person", flat=True)
    assert set(told_now) == {cast.mads.pk, cast.henrik.pk, cast.amina.pk}


def test_absence_starts_the_easy_clock(cast: Cast) -> None:
    case = open_case(
        report=told(cast, {"kinds": ["threat"], "occurred_at": "2026-11-02T10:00:00+01:00"})
    )
    absence = {"first_day": "2026-11-03", "last_day": "2026-11-06"}
    assert correct(case=case, by=cast.henrik, facts={"absence": absence})
    assert not correct(case=case, by=cast.henrik, facts={"absence": absence})
    task = case.tasks.get(step="easy_absence")
    assert task.statutory
    assert task.due_at.isoformat() == "2026-11-17T22:59:00+00:00"


def test_a_corrected_time_moves_the_police_deadline(cast: Cast) -> None:
    case = open_case(
        report=told(cast, {"kinds": ["threat"], "occurred_at": "2026-11-02T10:00:00+01:00"})
    )
    correct(case=case, by=cast.henrik, facts={"occurred_at": "2026-11-03T10:00:00+01:00"})
    assert case.tasks.get(step="police").due_at.isoformat() == "2026-11-06T09:00:00+00:00"


def test_a_wrong_fact_is_refused(cast: Cast) -> None:
    case = open_case(report=told(cast))
    with pytest.raises(ValueError, match="channel"):
        correct(case=case, by=cast.henrik, facts={"channel": "pigeon"})
    with pytest.raises(ValueError, match="danger"):
        correct(case=case, by=cast.henrik, facts={"danger": "yes"})


def test_hr_takes_over_when_the_sender_turns_out_to_be_a_colleague(cast: Cast) -> None:
    case = open_case(report=told(cast))
    complete(task=case.tasks.get(step="take_over"), result="Ringet.", by=cast.mads)
    correct(case=case, facts={"relation": "colleague"}, by=cast.henrik)
    owners = {task.step: task.owner for task in case.tasks.all()}
    assert owners["police"] == owners["first_aid"] == cast.henrik
    assert owners["take_over"] == cast.mads
