"""The answers come first; the engine can raise the picture and never lower it."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from vaern.ground.law.entries import codes
from vaern.handle.triage.episode import SEVERITIES, Setting, is_for_us, law_facts, picture
from vaern.handle.triage.merging import NOTHING, merge

KINDS = ("threat", "degrading", "extortion", "shaming", "stalking", "sexual", "hate", "self_harm")
ROWS = st.lists(
    st.fixed_dictionaries({"kind": st.sampled_from(KINDS), "score": st.floats(0, 1)}),
    unique_by=lambda row: row["kind"],
)
ASSESSED = st.fixed_dictionaries(
    {
        "kinds": ROWS,
        "urgency": st.integers(0, 3),
        "severity": st.sampled_from(["none", *SEVERITIES[1:]]),
    }
).map(lambda part: {**NOTHING, **part})
ANSWERS = st.fixed_dictionaries(
    {},
    optional={
        "kinds": st.lists(st.sampled_from(codes("kinds"))),
        "danger": st.sampled_from(["yes", "no", "unsure"]),
        "channel": st.sampled_from([*codes("channels"), "brevdue"]),
    },
)


@given(ANSWERS, ASSESSED)
def test_the_engine_never_lowers_what_a_person_said(
    answers: dict[str, Any], assessed: dict[str, Any]
) -> None:
    told, seen = picture(answers, NOTHING), picture(answers, assessed)
    assert set(told.kinds) <= set(seen.kinds)
    assert told.urgency <= seen.urgency
    assert SEVERITIES.index(told.severity) <= SEVERITIES.index(seen.severity)
    assert law_facts(answers, seen, Setting()).kinds == seen.kinds or not seen.kinds


@given(st.lists(ASSESSED, min_size=1, max_size=4))
def test_merging_keeps_the_gravest_of_each(parts: list[dict[str, Any]]) -> None:
    whole = merge([(str(place), part) for place, part in enumerate(parts)])
    assert whole["urgency"] == max(part["urgency"] for part in parts)
    best = {row["kind"]: row["score"] for row in whole["kinds"]}
    for part in parts:
        assert all(best[row["kind"]] >= row["score"] for row in part["kinds"])


def test_danger_now_is_acute() -> None:
    assert picture({"danger": "yes"}, NOTHING).urgency == 3
    assert picture({"danger": "yes"}, NOTHING).severity == "acute_danger"


def test_a_fine_kind_stands_for_its_group() -> None:
    assessed = {**NOTHING, "kinds": [{"kind": "shaming", "score": 0.9}]}
    assert picture({"kinds": ["doxxing"]}, assessed).kinds == ("doxxing",)


def test_what_a_person_tells_is_always_for_us() -> None:
    nothing = picture({}, NOTHING)
    assert is_for_us(from_person=True, seen=nothing, harassment=False)
    assert not is_for_us(from_person=False, seen=nothing, harassment=None)


def test_what_lies_before_the_first_episode_is_left_out() -> None:
    happened = {"occurred_at": "2026-11-10T12:00:00+01:00", "channel": "sms"}
    early = {"first_day": "2026-11-09", "last_day": None}
    late = {"first_day": "2026-11-10", "last_day": None}
    last = "2026-11-09T12:00:00+01:00"
    nothing = picture({}, NOTHING)
    both = law_facts({**happened, "absence": early, "last_at": last}, nothing, Setting())
    assert (both.channel, both.absence, both.last_at) == ("sms", None, None)
    one = law_facts({**happened, "absence": late, "last_at": last}, nothing, Setting())
    assert (one.absence is not None, one.last_at) == (True, None)
