"""Making the demo workplace is all or nothing."""

import pytest

from vaern.faces.cli.demo import havneby
from vaern.ground.people.models import Workplace


@pytest.mark.django_db
def test_nothing_of_a_broken_start_is_left(monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(havneby, "play", stopped)
    with pytest.raises(KeyboardInterrupt):
        havneby.ensure(lambda _: None)
    assert not Workplace.objects.exists()
