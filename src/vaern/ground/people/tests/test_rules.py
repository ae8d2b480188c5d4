"""Properties that hold for every staff list."""

from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vaern.ground.people.rules import (
    Given,
    above,
    chain,
    choose,
    makes_a_circle,
    read_spans,
    write_spans,
)

ids = st.integers(0, 9).map(lambda number: UUID(int=number))
few = st.sets(ids)
units = st.lists(ids, unique=True, max_size=5)
roles = st.lists(st.builds(Given, role=st.uuids(), unit=ids, person=ids, deputy=st.none() | ids))


@given(units, roles, few, few)
def test_nobody_absent_or_excluded_is_ever_chosen(up, held, away, excluded):
    chosen = choose(up, held, away, excluded)
    if chosen:
        assert not {chosen.owner, chosen.deputy} & (away | excluded)
        assert chosen.owner != chosen.deputy


@given(units, roles, few, few)
def test_a_role_is_acted_for_only_by_its_holder_or_deputy(up, held, away, excluded):
    chosen = choose(up, held, away, excluded)
    if chosen:
        role = next(one for one in held if one.role == chosen.role)
        assert role.unit in up
        assert role.person not in excluded
        assert chosen.owner in {role.person, role.deputy}


@given(units, roles)
def test_a_present_holder_in_the_nearest_unit_is_found(up, held):
    chosen = choose(up, held, set(), set())
    where = [unit for unit in up if any(one.unit == unit for one in held)]
    assert (chosen is None) == (not where)
    if chosen:
        assert next(one.unit for one in held if one.role == chosen.role) == where[0]


@given(units, roles, few)
def test_a_role_nobody_may_act_for_has_nobody(up, held, away):
    everybody = {one.person for one in held}
    assert choose(up, held, away, everybody) is None


@given(st.dictionaries(ids, st.none() | ids), ids)
def test_the_way_up_ends_even_in_a_broken_tree(parents, unit):
    way = chain(unit, parents)
    assert way[0] == unit
    assert len(way) == len(set(way))


@given(st.dictionaries(ids, st.none() | ids), ids, ids)
def test_a_move_that_is_allowed_makes_no_circle(parents, unit, parent):
    if not makes_a_circle(unit, parent, parents):
        assert unit not in chain(parent, parents)


@given(units, few)
def test_units_above_are_above_every_unit_one_leads(up, led):
    rest = list(above(up, led))
    assert not set(rest) & led
    assert up[len(up) - len(rest) :] == rest


@given(st.text(alphabet="0123456789:.-, ", max_size=14))
def test_hours_that_are_read_are_read_back_the_same(text):
    try:
        spans = read_spans(text)
    except ValueError:
        return
    assert read_spans(write_spans(spans)) == spans


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("", []),
        ("8-16", [["08:00", "16:00"]]),
        ("08.00–12.00, 12:30-16", [["08:00", "12:00"], ["12:30", "16:00"]]),
        ("22-06", [["22:00", "06:00"]]),
        ("16-24", [["16:00", "24:00"]]),
    ],
)
def test_hours_as_people_write_them(text, spans):
    assert read_spans(text) == spans


@pytest.mark.parametrize("text", ["8", "8-25", "8-8", "8-16, 15-17", "otte-fire", "8.5-16", "24-6"])
def test_hours_that_make_no_sense_are_refused(text):
    with pytest.raises(ValueError):  # noqa: PT011 - no message is promised
        read_spans(text)
