"""The built face is small, whole and needs nobody else's server."""

import gzip
import re
from pathlib import Path

import vaern.faces.web
from vaern.faces.web import badges

WEB = Path(vaern.faces.web.__file__).parent
STATIC = WEB / "static" / "web"
TEMPLATES = [*WEB.glob("templates/**/*.html"), *WEB.glob("form_templates/**/*.html")]
PAGE_ALLOWANCE = 15_000  # a long page of ours, compressed
FIRST_VISIT = ["vaern.css", "vaern.js", "icons.svg", "vaern.svg", "favicon.svg"]


def compressed(name: str) -> int:
    return len(gzip.compress((STATIC / name).read_bytes(), 6))


def test_a_first_visit_stays_under_60_kb() -> None:
    assert sum(compressed(name) for name in FIRST_VISIT) + PAGE_ALLOWANCE < 60_000


def test_every_address_in_the_stylesheet_is_a_file_of_ours() -> None:
    addresses = re.findall(r"url\(\"?([^)\"]+)\"?\)", (STATIC / "vaern.css").read_text())
    assert len(addresses) > 5
    assert [found for found in addresses if not (STATIC / found).is_file()] == []


def test_the_script_and_the_stylesheet_call_no_other_server() -> None:
    for name in ("vaern.css", "vaern.js"):
        assert "http" not in (STATIC / name).read_text()


def test_every_icon_a_template_names_is_in_the_sprite() -> None:
    named = {
        icon for page in TEMPLATES for icon in re.findall(r'{% icon "([^"]+)"', page.read_text())
    }
    sprite = set(re.findall(r'<symbol id="([^"]+)"', (STATIC / "icons.svg").read_text()))
    assert len(named) > 5
    assert named - sprite == set()


def test_every_tone_of_a_badge_has_a_colour() -> None:
    styles = (STATIC / "vaern.css").read_text()
    known = (badges.URGENCY.values(), badges.SEVERITY.values(), badges.STATUS.values())
    tones = {badge.tone for table in known for badge in table}
    assert [tone for tone in tones if f".badge-{tone}" not in styles] == []


def test_no_template_has_inline_style_or_script() -> None:
    inline = re.compile(r"\sstyle=|\son[a-z]+=\"|<style|<script(?![^>]*\ssrc=)")
    assert [page.name for page in TEMPLATES if inline.search(page.read_text())] == []


def test_the_licences_travel_with_the_files() -> None:
    words = (STATIC / "licences.txt").read_text()
    assert "SIL Open Font License" in words
    assert "Apache License" in words
    assert "Permission is hereby granted" in words
