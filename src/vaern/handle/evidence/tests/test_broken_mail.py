"""Broken mails are read as far as they go, and what is doubtful is kept as it came."""

from vaern.handle.evidence.limits import Limits

from .mails import mail, odd


def test_a_wrong_boundary_is_guessed():
    found = odd("forkert-skel.eml")
    assert "Første del." in found.text
    assert "Anden del." in found.text
    assert "--andet" not in found.text
    assert found.defects == ("boundary_guessed",)


def test_without_any_boundary_all_is_one_text():
    found = odd("intet-skel.eml")
    assert found.text.strip() == "Hele teksten står her uden dele."
    assert found.defects == ("boundary_missing",)


def test_a_mail_cut_short_is_read_to_its_end():
    found = odd("aabent-skel.eml")
    assert "Anden del, så brat slut" in found.text
    assert found.defects == ("boundary_unclosed",)


def test_cut_base64_is_read_as_far_as_it_goes_and_kept_as_it_came():
    found = odd("daarlig-base64.eml")
    assert found.text.startswith("Du får en på hovedet i morgen")
    assert found.defects == ("bad_base64",)
    assert [(a.kept_raw, len(a.data)) for a in found.attachments] == [(True, 44)]


def test_plain_text_that_says_it_is_base64_is_read_as_text():
    assert odd("ikke-base64.eml").text.strip() == "Det her er slet ikke kodet."


def test_base64_glued_together_is_read_past_the_first_end():
    body = b"Content-Transfer-Encoding: base64\r\n\r\nSGVqIA==\r\nZGlnIQ==\r\n"
    assert mail(body).text.strip() == "Hej dig!"


def test_a_missing_blank_line_ends_the_head_where_the_text_begins():
    found = mail(b"Jeg ved hvor du bor\r\nog hvor du parkerer\r\n")
    assert found.text.splitlines() == ["Jeg ved hvor du bor", "og hvor du parkerer"]
    assert "header_broken" in found.defects


def test_zero_bytes_are_kept():
    assert odd("nul.eml").text.startswith("d\x00u")


def test_an_unknown_encoding_keeps_the_bytes():
    found = mail(b"Content-Transfer-Encoding: x-hemmelig\r\n\r\nabc")
    assert found.text == "abc"
    assert found.attachments[0].data == b"abc"
    assert "bad_quoted_text" in found.defects


def test_uuencoded_text_is_read():
    body = b"Content-Transfer-Encoding: x-uuencode\r\n\r\nbegin 644 a\n#2&5J\n`\nend\n"
    assert mail(body).text == "Hej"


def test_winmail_dat_stays_a_file_and_is_told_of():
    found = odd("winmail.eml")
    assert found.attachments[0].name == "winmail.dat"
    assert found.defects == ("winmail",)


def test_a_huge_header_is_cut_and_its_rest_kept():
    found = mail(b"X-Stor: " + b"a" * 50_000 + b"\r\n\r\nteksten", Limits(max_header_bytes=20_000))
    assert found.text == "teksten"
    assert found.defects == ("header_too_large",)
    assert sum(len(a.data) for a in found.attachments) > 30_000


def test_a_long_text_keeps_both_ends_and_all_of_it_as_a_file():
    found = mail(b"\r\n" + b"fyld " * 1000 + b"og saa truslen", Limits(max_text_chars=1000))
    assert found.text.startswith("fyld")
    assert found.text.endswith("truslen")
    assert len(found.text) < 1100
    assert found.attachments[0].data.endswith(b"og saa truslen")


def test_text_outside_the_parts_is_kept_apart():
    body = b"Content-Type: multipart/mixed; boundary=b\r\n\r\nforan\r\n--b\r\n\r\ninde\r\n--b--\r\nefter"
    assert (mail(body).text, mail(body).outside) == ("inde", ("foran", "efter"))


def test_a_file_is_kept_to_the_byte():
    part = b"Content-Type: image/png\r\nContent-Transfer-Encoding: binary\r\n\r\n\x89PNG\r\n\x00\n"
    body = b"Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n" + part + b"\r\n--b--\r\n"
    assert mail(body).attachments[0].data == b"\x89PNG\r\n\x00\n"
