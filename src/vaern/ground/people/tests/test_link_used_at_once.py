"""Two presses on one link at the same moment: one gets in."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

import pytest
from conftest import make_cast
from django.db import connections
from django.test import Client
from django.urls import reverse
from sesame.utils import get_token, get_user

from vaern.ground.people import letters
from vaern.ground.people.models import User
from vaern.ground.people.views import sign_in

PRESSES = 4


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("file_database")
def test_one_gets_in(monkeypatch: pytest.MonkeyPatch) -> None:
    cast = make_cast()
    assert cast.rikke.user
    gate, read = Barrier(PRESSES), get_user
    address = reverse("people:link_use", args=[get_token(cast.rikke.user, scope=letters.SCOPE)])

    def together(token: str, **more: Any) -> User | None:
        """All have read the link before the first of them spends it."""
        user: User | None = read(token, **more)
        gate.wait(10)
        return user

    def press(_: int) -> int:
        try:
            return Client().post(address).status_code
        finally:
            connections.close_all()

    monkeypatch.setattr(sign_in, "get_user", together)
    with ThreadPoolExecutor(PRESSES) as pool:
        answers = sorted(pool.map(press, range(PRESSES)))
    assert answers == [302, 410, 410, 410]
