"""Mail files come in once, sealed, and are handed on."""

import pytest
from django_q.models import OrmQ
from django_scopes import scope

from vaern.handle.evidence.models import Item
from vaern.handle.evidence.problems import remarks
from vaern.handle.evidence.tests.samples import picture, sample
from vaern.handle.inbox.actions import Received, receive
from vaern.handle.inbox.models import Message
from vaern.handle.inbox.summary import message_facts


def received(cast, data: bytes, name: str = "mail.eml") -> Received:
    return receive(workplace=cast.workplace, name=name, data=data, by=cast.henrik)


def test_mail_is_received_and_handed_on(cast):
    got = received(cast, sample("trussel"))
    assert (got.status, got.error) == ("received", "")
    assert OrmQ.objects.get().task["func"] == "vaern.handle.reports.jobs.take_in"


def test_same_file_twice_is_a_duplicate(cast):
    first, second = received(cast, sample("trussel")), received(cast, sample("trussel"), "igen.eml")
    assert (second.status, second.message) == ("duplicate", first.message)
    assert Message.objects.count() == Item.objects.count() == 1


def test_same_file_at_another_workplace_is_no_duplicate(cast):
    received(cast, sample("trussel"))
    with scope(workplace=cast.olga.workplace):
        got = receive(workplace=cast.olga.workplace, name="m", data=sample("trussel"), by=cast.olga)
    assert got.status == "received"


@pytest.mark.parametrize(
    ("data", "error"), [(b"", "empty"), (picture(), "not_mail"), (b"kun ord", "not_mail")]
)
def test_what_is_no_mail_is_rejected_with_words(cast, data, error):
    got = received(cast, data)
    assert (got.status, got.error, got.message) == ("rejected", error, None)
    assert got.words.startswith("Filen")
    assert not Item.objects.exists()


def test_encrypted_mail_is_received_all_the_same(cast):
    mail = b"From: a@b.example\nDate: Mon, 9 Nov 2026 10:00:00 +0100\nSubject: x\n"
    got = received(cast, mail + b"Content-Type: application/pkcs7-mime; name=smime.p7m\n\nAAAA")
    assert got.message is not None
    assert got.message.item.problem == "encrypted_smime"


def test_an_empty_attachment_is_said_and_listed(cast):
    head = b"From: a@b.example\nDate: Mon, 9 Nov 2026 10:00:00 +0100\nSubject: x\n"
    head += b"Content-Type: multipart/mixed; boundary=b\n\n--b\n\nHej\n--b\n"
    part = b'Content-Type: image/png; name="a.png"\nContent-Disposition: attachment\n\n\n--b--\n'
    got = received(cast, head + part)
    assert got.message is not None
    said = "En fil, der er vedhæftet mailen, er tom. Der var intet i den at gemme."
    assert said in remarks(got.message.item.facts["defects"])
    empty = {"name": "a.png", "type": "image/png", "size": 0}
    assert message_facts(got.message)["attachments"] == [empty]


def test_facts_for_the_command_line(cast):
    got = received(cast, sample("afpresning-med-billede"))
    assert got.message is not None
    facts = message_facts(got.message)
    assert list(facts) == ["from", "to", "sent_at", "subject", "text_chars", "attachments"]
    assert facts["from"] == "Anonym <x.7731@skjultpost.example>"
    assert [file["type"] for file in facts["attachments"]] in (["image/jpeg"], ["image/png"])
