"""Staff lists as programs really write them."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vaern.ground.people.staff_file import Row, Unreadable, read, template

LINE = "Navn;E-mail;Rolle\r\nSøren Ågård;soeren@havneby.example;Leder\r\n"


@pytest.mark.parametrize(
    "data",
    [
        LINE.encode(),
        codecs.BOM_UTF8 + LINE.encode(),
        LINE.encode("cp1252"),
        LINE.encode("utf-16"),
        LINE.replace(";", ",").encode(),
        LINE.replace(";", "\t").encode(),
        LINE.replace("\r\n", "\n").encode(),
    ],
)
def test_the_same_list_in_every_dress(data):
    assert read(data) == [Row(2, name="Søren Ågård", email="soeren@havneby.example", roles="Leder")]


def test_first_and_last_name_in_two_columns():
    assert read(b"Fornavn,Efternavn\nRikke,Lund\n")[0].name == "Rikke Lund"


def test_a_quoted_cell_may_hold_the_delimiter_and_empty_lines_are_passed_over():
    rows = read(b'Navn,Rolle\n\n,,\n"Lund, Rikke","Leder, AMR"\n')
    assert [(row.number, row.name, row.roles) for row in rows] == [(4, "Lund, Rikke", "Leder, AMR")]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty"),
        (b"Navn;E-mail\n", "empty"),
        (b"Hvem;Adresse\nRikke;x\n", "no_name"),
        (b"Navn\n" + b"Rikke\n" * 5001, "too_many"),
    ],
)
def test_what_is_no_list_is_said_to_be_none(data, code):
    with pytest.raises(Unreadable) as caught:
        read(data)
    assert caught.value.code == code


@given(st.binary(max_size=300))
def test_any_bytes_are_a_list_or_unreadable(data):
    for head in (b"", b"Navn;Rolle\n"):
        try:
            assert read(head + data)
        except Unreadable:
            continue


def test_our_own_example_reads_back():
    assert [row.name for row in read(template())] == [
        "Rikke Lund",
        "Mads Holm",
        "Amina Yusuf",
        "Søren Krag",
    ]
