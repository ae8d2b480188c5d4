"""The episode is made once for all these tests; every request is rolled back."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest
from django.core.cache import cache
from django.db import transaction
from django.test import override_settings

from tests.access.asking import Answer, Visitors
from tests.access.episode import Episode, add_links, make_episode
from tests.access.matrix import Row


@dataclass(frozen=True)
class Scene:
    """The episode, the people who ask for it, and what they were answered."""

    episode: Episode
    visitors: Visitors
    _answers: dict[str, dict[str, Answer]] = field(default_factory=dict)

    def answers(self, row: Row) -> dict[str, Answer]:
        """What everybody is answered at this address: asked once, as nothing stays changed."""
        if str(row) not in self._answers:
            path, body = row.path(row.ids(self.episode)), row.sent
            self._answers[str(row)] = {
                who: self.visitors.ask(who, row.method, path, body(self.episode))
                for who in row.expected
            }
        return self._answers[str(row)]


@pytest.fixture(autouse=True)
def own_folder() -> None:
    """Instead of a folder for every test: the episode's evidence lies in one for all of them."""
    cache.clear()


@pytest.fixture(scope="package")
def scene(
    django_db_setup: None, django_db_blocker: Any, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Scene]:
    with (
        override_settings(VAERN_EVIDENCE=tmp_path_factory.mktemp("evidence")),
        django_db_blocker.unblock(),
        transaction.atomic(),
    ):
        episode = make_episode()
        visitors = Visitors(episode.people)
        add_links(episode)
        yield Scene(episode, visitors)
        transaction.set_rollback(True)
