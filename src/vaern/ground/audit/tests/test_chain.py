"""Any change, removal or reordering is found, and the first bad row is named."""

import pytest
from django.db import DatabaseError, connection, transaction

from vaern.ground.audit.actions import recording, verify
from vaern.ground.audit.models import AuditHead, AuditRow


def tamper(sql: str, *values: str | int) -> None:
    """What somebody with the whole database in hand could do: switch the guard off first."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("DROP TRIGGER IF EXISTS audit_no_update")
            cursor.execute("DROP TRIGGER IF EXISTS audit_no_delete")
        else:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            cursor.execute("ALTER TABLE audit_auditrow DISABLE TRIGGER USER")
        cursor.execute(sql, values)


@pytest.fixture
def chain(cast):
    with recording(workplace=cast.workplace, by=cast.henrik) as record:
        for number in range(5):
            record("test.done", cast.rikke, number=number)
    return AuditRow.objects.order_by("seq")


def test_a_whole_chain_has_no_fault(cast, chain):
    assert verify(workplace=cast.workplace) is None
    assert AuditHead.objects.get().seq == chain.count()


@pytest.mark.parametrize(
    ("sql", "why"),
    [
        ("update audit_auditrow set action = 'test.lied' where seq = 12", "changed"),
        ("update audit_auditrow set data = '{\"number\": 9}' where seq = 12", "changed"),
        ("delete from audit_auditrow where seq = 12", "missing_or_reordered"),
        ("update audit_auditrow set seq = seq + 1000 where seq = 12", "missing_or_reordered"),
    ],
)
def test_the_first_bad_row_is_named(cast, chain, sql, why):
    tamper(sql)
    fault = verify(workplace=cast.workplace)
    assert fault is not None
    assert (fault.seq, fault.why) == (12, why)


def test_a_cut_tail_is_found(cast, chain):
    last = chain.last().seq
    tamper("delete from audit_auditrow where seq > %s", last - 2)
    fault = verify(workplace=cast.workplace)
    assert fault is not None
    assert (fault.seq, fault.why) == (last - 1, "missing_at_end")


def test_moving_the_noted_end_does_not_hide_a_cut_tail(cast, chain):
    end = chain[chain.count() - 3]
    tamper("delete from audit_auditrow where seq > %s", end.seq)
    tamper("update audit_audithead set seq = %s, hash = %s, mac = %s", end.seq, end.hash, end.mac)
    fault = verify(workplace=cast.workplace)
    assert fault is not None
    assert (fault.seq, fault.why) == (end.seq + 1, "head_not_ours")


def test_an_empty_record_is_not_whole(cast, chain):
    tamper("delete from audit_auditrow")
    tamper("delete from audit_audithead")
    fault = verify(workplace=cast.workplace)
    assert fault is not None
    assert (fault.seq, fault.why) == (1, "missing_at_end")


def test_a_row_behind_the_end_is_found(cast, chain):
    last = chain.last()
    AuditRow(
        workplace=cast.workplace,
        seq=last.seq + 1,
        at=last.at,
        action="test.lied",
        subject="",
        prev=last.hash,
        hash="",
        mac="",
    ).save()
    fault = verify(workplace=cast.workplace)
    assert fault is not None
    assert (fault.seq, fault.why) == (last.seq + 1, "beyond_end")


def test_a_rewritten_chain_lacks_our_seal(cast, chain):
    row = chain.last()
    row.action = "test.lied"
    forged = row.stored().entry.hash()
    tamper(
        "update audit_auditrow set action = 'test.lied', hash = %s where seq = %s", forged, row.seq
    )
    fault = verify(workplace=cast.workplace)
    assert fault is not None
    assert (fault.seq, fault.why) == (row.seq, "not_ours")


def test_the_database_refuses_change_and_removal(cast, chain):
    for sql in ("update audit_auditrow set action = 'x'", "delete from audit_auditrow"):
        with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(sql)


def test_postgresql_refuses_to_empty_the_record(cast, chain):
    if connection.vendor != "postgresql":
        pytest.skip("SQLite has no TRUNCATE")
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        for table in ("audit_auditrow", "people_workplace CASCADE"):
            with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
                cursor.execute(f"TRUNCATE {table}")
    assert verify(workplace=cast.workplace) is None


def test_a_failed_action_leaves_no_row(cast):
    before = AuditRow.objects.count()

    def fail() -> None:
        with recording(workplace=cast.workplace, by=None) as record:
            record("test.done", cast.rikke)
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    assert AuditRow.objects.count() == before
    assert verify(workplace=cast.workplace) is None
