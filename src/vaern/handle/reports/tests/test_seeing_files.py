"""What a person handed in can be seen and fetched by them, and what they should know is said."""

import pytest
from django.urls import reverse

from vaern.handle.evidence import store
from vaern.handle.evidence.models import Item, Look
from vaern.handle.evidence.tests.samples import picture
from vaern.handle.reports.tests.filling import begin, fill, report_via_form
from vaern.handle.reports.tests.test_files import file

HEIC = b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic" + b"\0" * 200
PDF = b"%PDF-1.4\n%%EOF"


def handed_in(cast, as_person, name: str, data: bytes) -> str:
    pk = report_via_form(as_person(cast.rikke), bevis={"pasted": "", "evidence": file(data, name)})
    return reverse("reports:see", args=[pk, Item.objects.get().pk])


@pytest.mark.parametrize(
    ("name", "data"),
    [("a.pdf", PDF), ("a.docx", b"PK\x03\x04"), ("a.mp3", b"ID3\x03\0" + b"\0" * 99)],
)
def test_what_cannot_be_shown_can_be_fetched_as_the_words_say(cast, as_person, name, data):
    url, rikke = handed_in(cast, as_person, name, data), as_person(cast.rikke)
    page = rikke.post(url).content.decode()
    assert "Du kan hente den" in page
    assert f'action="{url}"' in page
    got = rikke.post(url, {"original": "1"})
    assert got.content == data
    assert got.headers["Content-Type"] == "application/octet-stream"
    assert got.headers["Content-Disposition"] == f'attachment; filename="{name}"'
    assert got.headers["X-Content-Type-Options"] == "nosniff"
    assert list(Look.objects.order_by("pk").values_list("original", flat=True)) == [False, True]


def test_nobody_else_fetches_it(cast, as_person):
    url = handed_in(cast, as_person, "a.pdf", PDF)
    for other in (cast.mads, cast.henrik, cast.karen, cast.olga):
        assert as_person(other).post(url, {"original": "1"}).status_code == 404
    assert not Look.objects.exists()


def test_changed_file_is_not_given(cast, as_person):
    url = handed_in(cast, as_person, "a.pdf", PDF)
    store.path_of(Item.objects.get().pk).unlink()
    page = as_person(cast.rikke).post(url, {"original": "1"})
    assert "ikke den samme" in page.content.decode()


def test_picture_we_cannot_show_is_kept_and_another_asked_for(cast, as_person):
    rikke = as_person(cast.rikke)
    pk = begin(rikke)
    answer = fill(rikke, pk, "bevis", pasted="", photo=file(HEIC, "IMG_1.HEIC"))
    page = rikke.get(answer.headers["Location"], follow=True).content.decode()
    assert "IMG_1.HEIC: Billedet er i formatet HEIC" in page
    assert "Send det som JPEG eller PNG" in page
    assert Item.objects.get().problem == "image_heic"


def test_whole_picture_needs_no_words(cast, as_person):
    rikke = as_person(cast.rikke)
    pk = begin(rikke)
    answer = fill(rikke, pk, "bevis", pasted="", photo=file(picture(), "a.png"))
    assert "a.png" not in rikke.get(answer.headers["Location"], follow=True).content.decode()


@pytest.mark.parametrize("sent", [50, 51, 60])
def test_a_few_files_too_many_are_told_and_the_first_kept(cast, as_person, sent):
    rikke = as_person(cast.rikke)
    pk = begin(rikke)
    files = [file(b"fil %d" % number, f"{number}.txt") for number in range(sent)]
    answer = fill(rikke, pk, "bevis", pasted="", photo=file(b"", ""), evidence=files)
    page = rikke.get(answer.headers["Location"]).content.decode()
    assert Item.objects.count() == 50
    assert page.count("Der er for mange filer. De første er gemt.") == sent - 50


def test_files_too_large_together_are_told_so(cast, as_person, settings):
    settings.VAERN_MAX_FILE_MB, settings.VAERN_MAX_REPORT_MB = 2, 3
    rikke = as_person(cast.rikke)
    pk = begin(rikke)
    assert (
        "Højst 2 MB pr. fil og 3 MB i alt."
        in rikke.get(reverse("reports:step", args=[pk, "bevis"])).content.decode()
    )
    large = [file(sign * (3 * 512 * 1024), f"{sign.decode()}.bin") for sign in (b"a", b"b", b"c")]
    answer = fill(rikke, pk, "bevis", pasted="", evidence=large)
    page = rikke.get(answer.headers["Location"]).content.decode()
    assert "c.bin: Filerne fylder for meget tilsammen." in page
    assert Item.objects.count() == 2


def test_full_disk_at_one_file_leaves_the_rest(cast, as_person, settings, monkeypatch):
    rikke = as_person(cast.rikke)
    pk, times, real = begin(rikke), [0], store.write

    def full(*given):
        times[0] += 1
        if times[0] == 2:
            raise OSError(28, "No space left on device")
        return real(*given)

    monkeypatch.setattr(store, "write", full)
    answer = fill(
        rikke, pk, "bevis", pasted="Ord", evidence=[file(b"en", "1.txt"), file(b"to", "2.txt")]
    )
    page = rikke.get(answer.headers["Location"]).content.decode()
    assert "1.txt: Der er ikke plads til filen lige nu." in page
    assert Item.objects.count() == len(list(settings.VAERN_EVIDENCE.rglob("*.age"))) == 2
