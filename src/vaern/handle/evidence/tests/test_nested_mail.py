"""Mails inside mails, as deep as people forward them and no deeper than the limit."""

import base64

from vaern.handle.evidence.letter import Mail
from vaern.handle.evidence.limits import Limits
from vaern.handle.evidence.mail import judgement_text, read_eml

from .mails import HEAD, ODD, mail, odd


def innermost(found: Mail) -> Mail:
    return innermost(found.nested[0]) if found.nested else found


def test_five_mails_deep_is_read_to_the_bottom():
    assert innermost(odd("fem-lag.eml")).subject == "lag 5"
    assert judgement_text(odd("fem-lag.eml")).endswith("Inderst ligger truslen.")


def test_deeper_than_the_limit_stays_a_file():
    found = read_eml((ODD / "fem-lag.eml").read_bytes(), Limits(max_nesting=2))
    deepest = innermost(found)
    assert deepest.subject == "lag 2"
    assert deepest.defects == ("nested_unread",)
    assert b"Inderst ligger truslen." in deepest.attachments[0].data


def test_a_forwarded_mail_in_base64_is_read():
    code = base64.encodebytes(HEAD + b"\r\ndu skal passe paa")
    found = mail(
        b"Content-Type: message/rfc822\r\nContent-Transfer-Encoding: base64\r\n\r\n" + code
    )
    assert found.nested[0].text == "du skal passe paa"


def test_an_eml_file_sent_as_any_file_is_read_as_a_mail():
    part = (
        b'Content-Type: application/octet-stream; name="den anden.eml"\r\n\r\n' + HEAD + b"\r\nhej"
    )
    found = mail(b"Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n" + part + b"\r\n--b--")
    assert (found.nested[0].name, found.nested[0].text) == ("den anden.eml", "hej")


def test_what_only_says_it_is_a_mail_stays_a_file():
    found = mail(b"Content-Type: message/rfc822\r\n\r\n%PDF-1.4 slet ingen mail")
    assert found.nested == ()
    assert found.attachments[0].data == b"%PDF-1.4 slet ingen mail"
    assert "nested_unread" in found.defects


def test_a_digest_holds_mails_without_saying_so():
    part = b"\r\n" + HEAD + b"\r\ni samling"
    found = mail(b"Content-Type: multipart/digest; boundary=b\r\n\r\n--b\r\n" + part + b"\r\n--b--")
    assert found.nested[0].text == "i samling"


def test_the_bytes_of_an_inner_mail_are_exact():
    inner = HEAD + b"\r\nhej  \r\n\r\n"
    part = b"Content-Type: message/rfc822\r\n\r\n" + inner
    found = mail(b"Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n" + part + b"\r\n--b--")
    assert found.nested[0].raw == inner


def test_too_many_parts_are_kept_unread():
    parts = b"".join(b"--b\r\n\r\ndel %d\r\n" % number for number in range(50))
    body = b"Content-Type: multipart/mixed; boundary=b\r\n\r\n" + parts + b"--b--"
    found = mail(body, Limits(max_parts=10))
    assert "too_many_parts" in found.defects
    assert b"del 49" in found.attachments[-1].data


def test_attachments_of_inner_mails_are_found_from_the_outside():
    found = mail(
        b"Content-Type: message/rfc822\r\n\r\n" + HEAD + b"Content-Type: image/png\r\n\r\nx"
    )
    assert [a.declared_type for a in found.all_attachments()] == ["image/png"]
