"""What a file is by its content."""

import io
import zipfile

import pytest
from PIL import Image

from vaern.handle.evidence.mail import looks_like_mail
from vaern.handle.evidence.truetype import true_type

from .mails import every_file

PDF = b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R "
EXE = b"MZ" + b"\x00" * 58 + b"\x40\x00\x00\x00" + b"PE\x00\x00" + b"\x4c\x01" + b"\x00" * 200


def picture(kind: str) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (8, 8), "red").save(out, kind)
    return out.getvalue()


def zipped(*names: str, lock: bool = False) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        for name in names:
            made.writestr(name, "indhold")
    data = bytearray(out.getvalue())
    if lock:
        data[6] |= 1
        data[data.index(b"PK\x01\x02") + 8] |= 1
    return bytes(data)


@pytest.mark.parametrize(
    ("data", "name", "mime", "label", "agrees"),
    [
        (b"", "tom.txt", "application/x-empty", "empty", False),
        (picture("JPEG"), "IMG_1.JPG", "image/jpeg", "image", True),
        (picture("PNG"), "skaerm.jpg", "image/png", "image", False),
        (EXE, "ferie.jpg", "application/x-dosexec", "program", False),
        (PDF + b">>", "brev.pdf", "application/pdf", "pdf", True),
        (b"Jeg ved, hvor du bor", "sms.txt", "text/plain", "text", True),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "a.svg", "image/svg+xml", "svg", True),
        (b"<p>hej</p><script>x()</script>", "a.txt", "text/html", "html", False),
        (
            b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic",
            "a.heic",
            "image/heic",
            "image",
            True,
        ),
        (zipped("a.txt"), "a.zip", "application/zip", "archive", True),
        (b"#!/bin/sh\nrm -rf x\n", "klage.txt", "text/x-script", "program", False),
        (b"\x8f\x01\xfe\xee\x99" * 9, "ukendt", "application/octet-stream", "unknown", True),
    ],
)
def test_the_content_decides(data, name, mime, label, agrees):
    found = true_type(data, name)
    assert (found.mime, found.label_code, found.agrees_with_name) == (mime, label, agrees)


def test_a_word_document_is_known_by_what_is_in_it():
    found = true_type(zipped("[Content_Types].xml", "word/document.xml"), "brev.docx")
    assert (found.label_code, found.extension, found.agrees_with_name) == ("document", "docx", True)


@pytest.mark.parametrize(
    "data",
    [
        PDF + b"/Encrypt 5 0 R >>",
        zipped("mappe/", "a.txt", lock=True),
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
        b"-----BEGIN PGP MESSAGE-----\n\nhQEM",
    ],
)
def test_locked_files_are_told_apart(data):
    assert true_type(data, "x").encrypted


@pytest.mark.parametrize("data", [PDF + b">>", zipped("a.txt"), b"tekst", picture("PNG")])
def test_open_files_are_not_called_locked(data):
    assert not true_type(data, "x").encrypted


def test_a_locked_open_document_says_so_in_its_manifest():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        made.writestr("META-INF/manifest.xml", "<manifest:encryption-data/>")
    assert true_type(out.getvalue(), "brev.odt").encrypted


def test_an_outlook_file_is_known():
    data = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "__properties_version1.0".encode("utf-16-le")
    assert true_type(data, "mail.msg").label_code == "outlook"


def test_every_mail_with_a_head_is_a_mail():
    mails = [data for data in every_file() if b"\nSubject:" in data]
    assert len(mails) > 15
    assert {true_type(data, "x.bin").mime for data in mails} == {"message/rfc822"}


@pytest.mark.parametrize("text", [b"From: tirsdag\nhej", b"Subject: x", b"a: b\nc: d\n", b""])
def test_text_that_only_resembles_a_mail_is_text(text):
    assert not looks_like_mail(text)


@pytest.mark.parametrize("name", ["a.js", "a.vbs", "faktura.pdf.BAT"])
def test_text_a_double_click_would_run_is_a_program(name):
    assert true_type(b"hej med dig", name).label_code == "program"
