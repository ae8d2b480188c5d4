"""What is hidden looks exactly like what does not exist: status, page, length, everything."""

import secrets
from uuid import UUID, uuid4

import pytest

from tests.access.conftest import Scene
from tests.access.matrix import Row, rows

pytestmark = pytest.mark.django_db
NOWHERE = "/findes-slet-ikke/"
TURNED_AWAY = {"login", "hidden", "alike"}
WITH_IDS = [row for row in rows() if row.hidden_ones() and TURNED_AWAY & set(row.expected.values())]
HIDDEN = [row for row in rows() if "hidden" in row.expected.values()]


def another(real: str) -> str:
    """Something of the same form that does not exist."""
    try:
        UUID(real)
    except ValueError:
        return secrets.token_urlsafe(len(real))[: len(real)]
    return str(uuid4())


@pytest.mark.parametrize("row", WITH_IDS, ids=str)
def test_hidden_and_missing_are_the_same(scene: Scene, row: Row) -> None:
    ids, body = row.ids(scene.episode), row.sent(scene.episode)
    for who in (who for who, word in row.expected.items() if word in TURNED_AWAY):
        hidden = scene.answers(row)[who]
        for part in row.hidden_ones():
            other = ids | {part: another(ids[part])}
            missing = scene.visitors.ask(who, row.method, row.path(other), body)
            assert hidden.without(*ids.values()) == missing.without(*other.values()), who


@pytest.mark.parametrize("row", HIDDEN, ids=str)
def test_hidden_is_the_page_of_an_address_that_is_nowhere(scene: Scene, row: Row) -> None:
    who = next(who for who, word in row.expected.items() if word == "hidden")
    path = row.path(row.ids(scene.episode))
    hidden = scene.answers(row)[who]
    nowhere = scene.visitors.ask(who, row.method, NOWHERE)
    assert hidden.without(path) == nowhere.without(NOWHERE)


def test_who_may_see_it_is_told_of_what_is_missing_in_the_same_way(scene: Scene) -> None:
    path = f"/sager/{uuid4()}/"
    missing = scene.visitors.ask("henrik", "GET", path)
    nowhere = scene.visitors.ask("henrik", "GET", NOWHERE)
    assert missing.without(path) == nowhere.without(NOWHERE)
