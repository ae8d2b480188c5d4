"""Files are kept as they came, encrypted, with what lies inside them."""

import pytest
from django.conf import settings

from vaern.ground.audit.models import AuditRow
from vaern.ground.vault.actions import new_key
from vaern.handle.evidence import actions, store
from vaern.handle.evidence.models import Item
from vaern.handle.evidence.tests.samples import picture, sample


def sealed(cast, name: str, data: bytes) -> list[Item]:
    key = new_key(parent=cast.workplace.key)
    return actions.seal(workplace=cast.workplace, key=key, name=name, data=data, by=cast.rikke)


def test_original_comes_back_byte_for_byte(cast):
    item = sealed(cast, "skærm.png", picture())[0]
    assert actions.original(Item.objects.get(pk=item.pk)) == picture()


def test_nothing_lies_on_the_disk_in_the_clear(cast):
    sealed(cast, "besked.txt", b"Jeg ved, hvor du bor")
    files = [path for path in settings.VAERN_EVIDENCE.rglob("*") if path.is_file()]
    assert [path.suffix for path in files] == [".age"]
    assert b"hvor du bor" not in files[0].read_bytes()


def test_mail_keeps_its_picture_as_evidence_of_its_own(cast):
    mail, *parts = sealed(cast, "afpresning.eml", sample("afpresning-med-billede"))
    assert mail.label == "mail"
    assert [part.label for part in parts] == ["image"]
    assert parts[0].parent_id == mail.pk


def test_mail_inside_a_mail_is_kept_too_and_told_once(cast):
    outer, inner = sealed(cast, "vs.eml", sample("nedgoerende-videresendt"))[:2]
    assert (inner.label, inner.parent_id) == ("mail", outer.pk)
    assert "landpost.example" in inner.facts["from"]["address"]
    assert outer.text
    assert not inner.text


def test_facts_of_a_mail_are_read(cast):
    facts = sealed(cast, "trussel.eml", sample("trussel"))[0].facts
    assert facts["from"]["address"] == "kennethb74@postkasse.example"
    assert facts["sent_at"] == "2026-11-12T22:47:31+01:00"
    assert facts["subject"] == "din afgørelse"
    assert ["From", "Kenneth B. <kennethb74@postkasse.example>"] in facts["headers"]


@pytest.mark.parametrize(
    ("data", "code"), [(b"", "empty"), (b"x" * (1024 * 1024 + 1), "too_large")]
)
def test_empty_and_huge_are_refused_with_words(cast, settings, data, code):
    settings.VAERN_MAX_FILE_MB = 1
    with pytest.raises(actions.Refused, match="Filen er") as refused:
        sealed(cast, "fil.bin", data)
    assert refused.value.code == code


def test_bad_files_are_kept_with_a_problem(cast):
    program = sealed(cast, "billede.jpg", b"MZ" + b"\0" * 200)[0]
    assert (program.problem, actions.original(program)[:2]) == ("name_disagrees", b"MZ")


def test_path_in_a_name_goes_nowhere(cast):
    item = sealed(cast, "../../etc/passwd", b"tekst")[0]
    assert item.name == "passwd"
    assert store.path_of(item.pk).parent.parent == settings.VAERN_EVIDENCE


def test_audit_row_holds_no_name_and_no_words(cast):
    sealed(cast, "rikke-lund.txt", b"Du er faerdig")
    row = AuditRow.objects.get(action="evidence.sealed")
    assert set(row.data) == {"key", "size", "mark"}


def test_taking_back_leaves_neither_row_nor_file(cast, django_capture_on_commit_callbacks):
    items = sealed(cast, "vs.eml", sample("nedgoerende-videresendt"))
    with django_capture_on_commit_callbacks(execute=True):
        actions.discard(items=items[:1], by=cast.rikke)
    assert not Item.objects.exists()
    assert not list(settings.VAERN_EVIDENCE.rglob("*.age"))
