"""What is shown of a file: all the words in it, and never the file itself."""

from io import BytesIO

import pytest
from PIL import Image

from vaern.handle.evidence.limits import Limits
from vaern.handle.evidence.showing import Derivative, derive

from .mails import HEAD, LIMITS

HIDDEN = "Jeg slår dig ihjel i morgen"


def shown(rest: str) -> Derivative:
    return derive("mail", HEAD + rest.encode(), LIMITS)


def parts(plain: str, page: str, between: str = "") -> str:
    return (
        "Content-Type: multipart/mixed; boundary=b\n\n"
        f"--b\nContent-Type: text/plain; charset=utf-8\n\n{plain}\n{between}"
        f"--b\nContent-Type: text/html; charset=utf-8\n\n{page}\n--b--\n"
    )


@pytest.mark.parametrize("between", ["", "--b\nContent-Type: image/png; name=a.png\n\nxx\n"])
@pytest.mark.parametrize("plain", ["Din mailklient kan ikke vise HTML.", "Hej."])
def test_html_that_says_something_else_is_shown_beside_the_plain_text(plain, between):
    found = shown(parts(plain, f"<p>{HIDDEN}</p>", between))
    assert (found.kind, found.plain) == ("html", plain)
    assert HIDDEN in str(found.content)


def test_html_that_says_the_same_is_not_shown_twice():
    found = shown(parts("Du hører\nfra os i dag.", "<p>Du hører fra <b>os</b> i dag.</p>"))
    assert (found.kind, found.content, found.plain) == ("text", "Du hører\nfra os i dag.", "")


def test_words_at_the_end_of_a_long_line_are_seen():
    same = "Tak for din henvendelse om plads i børnehaven fra den første marts. " * 20
    found = shown(parts(same, f"<p>{same} {HIDDEN}</p>"))
    assert found.kind == "html"


def test_a_comment_left_open_in_one_part_does_not_swallow_the_next():
    page = "--b\nContent-Type: text/html\n\n<p>hej</p><!--\n"
    found = shown(parts("", f"<p>{HIDDEN}</p>", page))
    assert HIDDEN in str(found.content)


def test_text_between_the_parts_is_shown_apart():
    body = "Content-Type: multipart/mixed; boundary=b\n\nskjult\n--b\n\ninde\n--b--\n"
    found = shown(body)
    assert (found.content, found.outside) == ("inde", "skjult")
    assert "text_outside" in found.facts["defects"]


def test_what_mail_programs_write_above_the_parts_is_nothing():
    above = "This is a multi-part message in MIME format."
    found = shown(f"Content-Type: multipart/mixed; boundary=b\n\n{above}\n--b\n\ninde\n--b--\n")
    assert (found.outside, found.facts["defects"]) == ("", [])


@pytest.mark.parametrize("label", ["text", "html", "svg"])
def test_both_ends_of_a_long_file_are_shown_and_it_is_told(label):
    data = b"begyndelsen " + b"fyld " * 5000 + b" slutningen"
    found = derive(label, data, Limits(max_text_chars=1000))
    assert str(found.content).startswith("begyndelsen")
    assert str(found.content).endswith("slutningen")
    assert (found.problem, len(found.content) < 1100) == ("text_cut", True)


@pytest.mark.parametrize("label", ["svg", "html"])
def test_svg_and_html_are_never_shown_as_themselves(label):
    found = derive(label, b"<svg onload=x()>", LIMITS)
    assert (found.kind, found.mime, found.content) == ("text", "text/plain", "<svg onload=x()>")


@pytest.mark.parametrize("label", ["program", "pdf", "document", "archive", "outlook", "locked"])
def test_what_has_no_safe_form_is_not_shown(label):
    assert derive(label, b"MZ", LIMITS).kind == "download"


def test_a_moving_picture_says_that_there_is_more():
    out, red, blue = BytesIO(), Image.new("RGB", (9, 9), "red"), Image.new("RGB", (9, 9), "blue")
    red.save(out, "GIF", save_all=True, append_images=[blue])
    assert derive("image", out.getvalue(), LIMITS).problem == "image_moves"


def test_invisible_letters_are_seen_in_html():
    mail = shown("Content-Type: text/html; charset=utf-8\n\n<p>Betal \u202e0001&#x200b; kr</p>")
    assert mail.content == "<p>Betal ⟨U+202E⟩0001⟨U+200B⟩ kr</p>"
