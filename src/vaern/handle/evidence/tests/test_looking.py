"""Every look is recorded, shows a safe derivative, and never a changed file."""

import pytest

from vaern.ground.audit.models import AuditRow
from vaern.ground.vault.actions import new_key
from vaern.ground.vault.cipher import seal_file
from vaern.handle.evidence import actions, store
from vaern.handle.evidence.models import Item, Look
from vaern.handle.evidence.tests.samples import picture, sample


def shown(cast, name: str, data: bytes, *, original: bool = False) -> actions.Shown:
    key = new_key(parent=cast.workplace.key)
    seal = actions.seal(workplace=cast.workplace, key=key, name=name, data=data, by=cast.rikke)
    return actions.look(item=seal[0], by=cast.henrik, original=original)


def test_a_look_is_recorded(cast):
    item = shown(cast, "besked.txt", b"hej").item
    look = Look.objects.get()
    assert (look.item, look.person) == (item, cast.henrik)
    assert AuditRow.objects.get(action="evidence.looked").actor == str(cast.henrik.pk)


def test_picture_is_drawn_anew(cast):
    got = shown(cast, "skærm.jpg", picture("JPEG"))
    assert (got.kind, got.derivative.mime) == ("image", "image/jpeg")
    assert got.content != picture("JPEG")


def test_html_file_is_shown_as_its_source(cast):
    got = shown(cast, "side.html", b"<html><script>alert(1)</script></html>")
    assert got.kind == "text"


def test_html_mail_loses_its_teeth(cast):
    mail = b"From: a@b.example\nDate: Mon, 9 Nov 2026 10:00:00 +0100\nContent-Type: text/html\n\n"
    got = shown(
        cast, "m.eml", mail + b'<p>Hej<img src="http://x.example/spor.png"><script>1</script>'
    )
    assert got.kind == "html"
    assert "script" not in str(got.content)
    assert "spor.png" not in str(got.content)


def test_mail_shows_who_it_says_it_is_from(cast):
    got = shown(cast, "trussel.eml", sample("trussel"))
    assert got.derivative.facts["from"]["name"] == "Kenneth B."


def test_what_cannot_be_shown_says_so(cast):
    got = shown(cast, "optagelse.bin", b"\x00\x01\x02\x03" * 20)
    assert got.kind == "download"
    assert "kan ikke vises" in got.problem


def test_original_is_given_only_when_asked_for(cast):
    assert shown(cast, "a.txt", b"abc").original is None
    assert shown(cast, "b.txt", b"abc", original=True).original == b"abc"


@pytest.mark.parametrize("harm", ["changed", "swapped", "gone"])
def test_changed_file_is_never_shown_and_the_fact_is_recorded(cast, harm):
    item = Item.objects.get(pk=shown(cast, "a.txt", b"abc").item.pk)
    path = store.path_of(item.pk)
    if harm == "changed":
        path.write_bytes(path.read_bytes()[:-1] + b"?")
    elif harm == "swapped":
        path.write_bytes(seal_file(item.key.secret().age, b"noget andet"))
    else:
        path.unlink()
    with pytest.raises(actions.Tampered, match="ikke den samme"):
        actions.look(item=item, by=cast.henrik)
    assert AuditRow.objects.filter(action="evidence.tampered").count() == 1
    assert Look.objects.count() == 1
