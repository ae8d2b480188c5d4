"""What is not received leaves no file and no key behind."""

import errno

import pytest
from django.conf import settings
from django.db import IntegrityError

from vaern.ground.vault.models import DataKey
from vaern.handle.evidence import store
from vaern.handle.evidence.tests.samples import sample
from vaern.handle.inbox import actions
from vaern.handle.inbox.models import Message


def left() -> int:
    return len([path for path in settings.VAERN_EVIDENCE.rglob("*") if path.is_file()])


def received(cast, data: bytes) -> actions.Received:
    return actions.receive(workplace=cast.workplace, name="m.eml", data=data, by=cast.henrik)


@pytest.mark.parametrize("full_at", [1, 2])
def test_full_disk_is_told_in_plain_words(cast, monkeypatch, full_at):
    keys, count, real = DataKey.objects.count(), [0], store.write

    def full(*given):
        count[0] += 1
        if count[0] == full_at:
            raise OSError(errno.ENOSPC, "No space left on device")
        return real(*given)

    monkeypatch.setattr(store, "write", full)
    got = received(cast, sample("afpresning-med-billede"))
    assert (got.status, got.error, left()) == ("rejected", "no_room", 0)
    assert got.words.startswith("Der er ikke plads til filen lige nu.")
    assert "device" not in got.words
    assert DataKey.objects.count() == keys


def test_the_second_of_two_at_once_takes_its_files_away(cast, monkeypatch):
    first = received(cast, sample("trussel"))
    monkeypatch.setattr(Message.objects, "filter", lambda **_: Message.objects.none())

    def lost(*_):
        raise IntegrityError

    monkeypatch.setattr(actions, "_store", lost)
    got = received(cast, sample("trussel"))
    assert (got.status, got.message, left()) == ("duplicate", first.message, 1)


def test_mail_with_hardly_a_head_is_read_as_the_mail_it_must_be(cast):
    got = received(cast, b"Subject: Hej\n\nJeg ved, hvor du bor.")
    assert got.message is not None
    assert (got.message.item.label, got.message.item.facts["subject"]) == ("mail", "Hej")
