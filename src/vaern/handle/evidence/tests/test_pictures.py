"""A picture is drawn once for a look, however often it is fetched; never when the file is changed."""

from concurrent.futures import ThreadPoolExecutor
from functools import partial
from uuid import UUID, uuid4

import pytest
from django.http import Http404

from vaern.ground.vault.actions import new_key
from vaern.handle.evidence import actions, pictures, store
from vaern.handle.evidence.limits import Limits
from vaern.handle.evidence.models import Item
from vaern.handle.evidence.pictures import Pictures
from vaern.handle.evidence.showing import Derivative, derive
from vaern.handle.evidence.views import as_picture

from .samples import picture


class Drawing:
    """Draws pictures of one size and remembers which."""

    def __init__(self, size: int = 9) -> None:
        self.size = size
        self.times: list[UUID] = []

    def of(self, kept: Pictures, item: UUID) -> bytes | str:
        return kept.drawn(item, partial(self.draw, item)).content

    def draw(self, item: UUID) -> Derivative:
        self.times.append(item)
        return Derivative("image", b"x" * self.size, "image/png")


def test_many_who_ask_at_once_have_it_drawn_once():
    kept, drawing, item = Pictures(), Drawing(), uuid4()
    with ThreadPoolExecutor(8) as pool:
        got = set(pool.map(lambda _: drawing.of(kept, item), range(8)))
    assert (len(drawing.times), got) == (1, {b"x" * 9})


def test_memory_has_an_end_and_the_oldest_goes_first():
    kept, drawing, items = Pictures(most=25), Drawing(10), [uuid4() for _ in range(3)]
    for item in (items[0], items[1], items[0], items[2], items[0], items[1]):
        drawing.of(kept, item)
    assert drawing.times == [items[0], items[1], items[2], items[1]]


def test_a_picture_larger_than_the_memory_is_drawn_each_time():
    kept, drawing, item = Pictures(most=5), Drawing(), uuid4()
    assert [drawing.of(kept, item) for _ in range(2)] == [b"x" * 9] * 2
    assert len(drawing.times) == 2


def test_after_ten_minutes_it_is_forgotten(monkeypatch):
    kept, drawing, item, now = Pictures(), Drawing(), uuid4(), [1000.0]
    monkeypatch.setattr(pictures, "monotonic", lambda: now[0])
    for later in (0, 599, 601):
        now[0] = 1000.0 + later
        drawing.of(kept, item)
    assert len(drawing.times) == 2


def sealed(cast, data: bytes) -> Item:
    key = new_key(parent=cast.workplace.key)
    return actions.seal(workplace=cast.workplace, key=key, name="a.png", data=data, by=None)[0]


def test_the_page_and_the_picture_in_it_draw_it_once(cast, monkeypatch):
    item, times = sealed(cast, picture()), []

    def counted(label: str, data: bytes, limits: Limits) -> Derivative:
        times.append(label)
        return derive(label, data, limits)

    monkeypatch.setattr(actions, "derive", counted)
    actions.look(item=item, by=cast.rikke)
    for _ in range(3):
        assert as_picture(item)["Content-Type"] == "image/png"
    assert times == ["image"]


@pytest.mark.parametrize("harm", ["gone", "changed"])
def test_a_changed_file_is_not_shown_from_memory_either(cast, harm):
    item = sealed(cast, picture())
    actions.look(item=item, by=cast.rikke)
    path = store.path_of(item.pk)
    if harm == "gone":
        path.unlink()
    else:
        path.write_bytes(path.read_bytes()[:-1] + b"?")
    with pytest.raises(Http404):
        as_picture(item)
