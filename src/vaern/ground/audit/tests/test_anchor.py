"""What the database alone cannot tell: rows that were there once, by a note outside it."""

from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection

from vaern.ground.audit.actions import recording, verify
from vaern.ground.audit.jobs import note_ends
from vaern.ground.audit.models import AuditHead, AuditRow
from vaern.ground.audit.tests.test_chain import tamper


def add(cast, number: int) -> None:
    for _ in range(number):
        with recording(workplace=cast.workplace, by=cast.henrik) as record:
            record("evidence.looked", cast.rikke)


def put_back(head: AuditHead) -> None:
    """Cut off what came after ``head``, and put that older end back: whole in itself."""
    pk = head.workplace_id.hex if connection.vendor == "sqlite" else str(head.workplace_id)
    tamper("delete from audit_auditrow where seq > %s and workplace_id = %s", head.seq, pk)
    head.save()


@pytest.fixture
def older(cast) -> AuditHead:
    """An end of the record, and three more rows after it."""
    head = AuditHead.objects.get(workplace=cast.workplace)
    add(cast, 3)
    return head


def why(cast) -> str | None:
    fault = verify(workplace=cast.workplace)
    return fault.why if fault else None


def test_an_older_end_put_back_is_found(cast, older):
    note_ends()
    put_back(older)
    fault = verify(workplace=cast.workplace)
    assert fault is not None
    assert (fault.seq, fault.why) == (older.seq + 1, "before_anchor")


def test_writing_on_from_an_older_end_does_not_hide_it(cast, older):
    note_ends()
    put_back(older)
    add(cast, 5)
    assert why(cast) == "not_as_anchored"
    note_ends()
    assert why(cast) == "not_as_anchored"


def test_what_was_not_noted_yet_cannot_be_missed(cast, older):
    put_back(older)
    assert why(cast) is None


def test_the_note_moves_on_with_the_record(cast, older):
    note_ends()
    first = anchor_file().read_text()
    assert len(first.splitlines()) == 2
    note_ends()
    assert anchor_file().read_text() == first
    add(cast, 1)
    note_ends()
    assert anchor_file().read_text() != first
    assert why(cast) is None
    assert anchor_file().stat().st_mode & 0o777 == 0o600


def test_a_note_that_is_not_ours_is_found_and_kept(cast, older):
    note_ends()
    file = anchor_file()
    lines = [line.split() for line in file.read_text().splitlines()]
    file.write_text("\n".join(f"{name} 1 {rest[1]} {rest[2]}" for name, *rest in lines))
    note_ends()
    assert why(cast) == "anchor_not_ours"


@pytest.mark.parametrize("content", [b"", b"\xff\x00", b"a b c d\n", b"one two\n\n"])
def test_a_file_that_holds_no_notes_is_written_anew(cast, content):
    anchor_file().write_bytes(content)
    assert why(cast) is None
    note_ends()
    assert str(cast.workplace.pk) in anchor_file().read_text()


def test_a_forged_end_is_never_noted(cast, older):
    AuditHead.objects.filter(workplace=cast.workplace).update(seq=99)
    note_ends()
    assert str(cast.workplace.pk) not in anchor_file().read_text()


def test_a_note_we_may_not_read_is_not_taken_for_none(cast, older):
    anchor_file().mkdir()  # for root too, a folder cannot be read as a file
    note_ends()
    with pytest.raises(OSError, match="directory"):
        verify(workplace=cast.workplace)


def test_a_disk_that_cannot_be_written_stops_nobody(cast, settings):
    settings.VAERN_AUDIT_ANCHOR = Path("/nowhere/at/all")
    note_ends()
    assert why(cast) is None


def test_the_record_goes_on_after_the_note(cast):
    note_ends()
    add(cast, 2)
    assert why(cast) is None
    assert AuditRow.objects.count() == AuditHead.objects.get().seq


def anchor_file() -> Path:
    path: Path = settings.VAERN_AUDIT_ANCHOR
    return path
