"""What is sealed opens only in its own place, with its own key."""

import pytest
from django.db import connection
from hypothesis import given
from hypothesis import strategies as st

from vaern.ground.people.models import Person
from vaern.ground.vault import actions, cipher
from vaern.ground.vault.fields import SealedJSON, SealedText
from vaern.ground.vault.models import DataKey, KeyDestroyed

KEY = bytes(range(32))


@given(st.binary(), st.text())
def test_sealed_bytes_open_in_their_place_only(plain, context):
    sealed = cipher.seal(KEY, plain, context)
    assert cipher.unseal(KEY, sealed, context) == plain
    with pytest.raises(cipher.CannotOpen):
        cipher.unseal(KEY, sealed, context + "x")


@given(st.binary(min_size=1), st.data())
def test_one_changed_byte_is_refused(plain, data):
    sealed = bytearray(cipher.seal(KEY, plain, "here"))
    sealed[data.draw(st.integers(0, len(sealed) - 1))] ^= 1
    with pytest.raises(cipher.CannotOpen):
        cipher.unseal(KEY, bytes(sealed), "here")


def test_files_open_with_their_own_key_only():
    one, two = cipher.Secret.generate(), cipher.Secret.generate()
    sealed = cipher.seal_file(one.age, b"et billede")
    assert cipher.unseal_file(one.age, sealed) == b"et billede"
    with pytest.raises(cipher.CannotOpen):
        cipher.unseal_file(two.age, sealed)


def test_a_blind_mark_forgets_spelling_but_not_the_key():
    assert cipher.blind(KEY, " Vred@Borger.example ") == cipher.blind(KEY, "vred@borger.example")
    assert cipher.blind(KEY, "a") != cipher.blind(KEY[::-1], "a")


def test_a_name_moved_to_another_row_does_not_open(cast):
    rikke, mads = Person.objects.get(pk=cast.rikke.pk), cast.mads
    ids = [str(mads.pk), str(rikke.pk)]
    if connection.vendor == "sqlite":
        ids = [mads.pk.hex, rikke.pk.hex]
    with connection.cursor() as cursor:
        cursor.execute(
            "update people_person set name = (select name from people_person where id = %s)"
            " where id = %s",
            ids,
        )
    with pytest.raises(cipher.CannotOpen):
        str(Person.objects.get(pk=rikke.pk).name)


def test_a_destroyed_key_opens_nothing(cast):
    key = actions.new_key(parent=cast.workplace.key)
    sealed = cipher.seal(key.secret().aes, b"tekst", "x")
    actions.destroy(key=key)
    with pytest.raises(KeyDestroyed):
        cipher.unseal(DataKey.objects.get(pk=key.pk).secret().aes, sealed, "x")


def test_a_sealed_field_refuses_to_be_searched_or_updated_in_bulk(cast):
    with pytest.raises(TypeError, match="sealed"):
        Person.objects.filter(name="Rikke Lund").exists()
    with pytest.raises(TypeError, match="sealed"):
        Person.objects.filter(pk=cast.rikke.pk).update(name="Anna")


def test_a_column_added_later_is_empty_in_the_rows_that_are_there(db) -> None:
    for field, empty in ((SealedJSON(), {}), (SealedText(), "")):
        with connection.cursor() as cursor:
            cursor.execute("SELECT %s", [field.get_db_prep_save(empty, connection)])
            assert bytes(cursor.fetchone()[0]) == b""
