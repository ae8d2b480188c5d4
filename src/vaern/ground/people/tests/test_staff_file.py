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
        LINE.replace("\r\n", ";;\r\n").encode(),
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
        (b"sep=;\r\n", "empty"),
        (b"Navn\n" + b"Rikke\n" * 5001, "too_many"),
        (b"E-mail;Rolle\nr@x.example;Leder\n", "no_name"),
    ],
)
def test_what_is_no_list_is_said_to_be_none(data, code):
    with pytest.raises(Unreadable) as caught:
        read(data)
    assert caught.value.code == code


@pytest.mark.parametrize(
    ("data", "code", "where"),
    [
        ("Navn;CPR;Løn\nRikke;1;2\n", "unknown", "CPR, Løn"),
        ("Navn;;Rolle\nRikke;x;\n", "unknown", "nr. 2"),
        ("Navn;E-mail;Mail\nRikke;a;b\n", "twice", "Mail"),
        ("Navn;Fornavn;Efternavn\nRikke;R;L\n", "twice", "Navn"),
        ('sep=;\nNavn;Rolle\nRikke;"Leder\n', "broken", "3"),
    ],
)
def test_no_column_or_line_is_passed_over_unseen(data, code, where):
    with pytest.raises(Unreadable) as caught:
        read(data.encode())
    assert (caught.value.code, caught.value.where) == (code, where)


@pytest.mark.parametrize("sign", [";", ",", "\t"])
@pytest.mark.parametrize("first", ["sep={}\r\n", "SEP={}\n", '"sep={}"\r\n', "sep={0}{0}{0}\r\n"])
def test_the_first_line_may_say_what_parts_the_cells(sign, first):
    text = first.format(sign) + LINE.replace(";", sign)
    for data in (text.encode(), codecs.BOM_UTF8 + text.encode(), text.encode("cp1252")):
        assert read(data) == [
            Row(3, name="Søren Ågård", email="soeren@havneby.example", roles="Leder")
        ]


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("Rikke;r@x.example;Leder", ""),
        ("Rikke;r@x.example;Leder;;", ""),
        ("Rikke;r@x.example", "cells"),
        ("Rikke;r@x.example;Leder;mere", "cells"),
        ("Rikke", "cells"),
    ],
)
def test_a_line_has_as_many_cells_as_there_are_headings(line, fault):
    assert read(f"Navn;E-mail;Rolle\n{line}\n".encode())[0].fault == fault


def test_letters_that_cannot_be_read_are_a_fault():
    row = read(b"Navn\nS\x81ren \xe5\n")[0]
    assert row.fault == "letters"


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
