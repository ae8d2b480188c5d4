"""Files on the evidence screen: kept, listed neutrally, taken back, refused with words."""

from io import BytesIO

import pytest
from django.urls import reverse

from vaern.handle.evidence.models import Item, Look
from vaern.handle.evidence.tests.samples import picture, sample
from vaern.handle.reports.tests.filling import begin, fill, report_via_form


def file(data: bytes, name: str) -> BytesIO:
    """An upload as a browser sends it."""
    upload = BytesIO(data)
    upload.name = name
    return upload


def test_picture_and_file_are_kept_and_listed_without_their_names(cast, as_person):
    rikke = as_person(cast.rikke)
    pk = begin(rikke)
    files = {"photo": file(picture(), "per-hansen.png"), "evidence": file(b"hej", "a.txt")}
    fill(rikke, pk, "bevis", pasted="", **files)
    page = rikke.get(reverse("reports:step", args=[pk, "bevis"])).content.decode()
    assert Item.objects.count() == 2
    assert "Billede" in page
    assert "per-hansen" not in page


@pytest.mark.parametrize(("size", "words"), [(0, "Filen er tom"), (1024 * 1024 + 1, "for stor")])
def test_bad_file_is_told_and_the_rest_goes_through(cast, as_person, settings, size, words):
    settings.VAERN_MAX_FILE_MB = 1
    rikke = as_person(cast.rikke)
    pk = begin(rikke)
    files = [file(b"x" * size, "stor.bin"), file(b"hej", "lille.txt")]
    answer = fill(rikke, pk, "bevis", pasted="", evidence=files)
    assert words in rikke.get(answer.headers["Location"]).content.decode()
    assert [item.size for item in Item.objects.all()] == [3]


def test_files_let_go_take_no_room(cast, as_person, settings):
    settings.VAERN_MAX_FILE_MB = settings.VAERN_MAX_REPORT_MB = 1
    rikke = as_person(cast.rikke)
    pk = begin(rikke)
    large = [file(b"x" * (1024 * 1024 + 1), f"{number}.bin") for number in range(2)]
    fill(rikke, pk, "bevis", pasted="", evidence=[*large, file(b"hej", "lille.txt")])
    assert Item.objects.count() == 1


def test_double_click_keeps_one(cast, as_person):
    rikke = as_person(cast.rikke)
    pk = begin(rikke)
    for _ in range(2):
        fill(rikke, pk, "bevis", evidence=file(b"hej", "a.txt"))
    assert Item.objects.count() == 2  # the file and the pasted text, each once


def test_file_can_be_taken_back_and_a_second_click_is_harmless(cast, as_person):
    rikke = as_person(cast.rikke)
    pk = begin(rikke)
    fill(rikke, pk, "bevis", pasted="", evidence=file(sample("trussel"), "trussel.eml"))
    url = reverse("reports:take_back", args=[pk, Item.objects.get().pk])
    assert rikke.post(url).status_code == rikke.post(url).status_code == 303
    assert not Item.objects.exists()


def test_nothing_is_taken_back_after_sending(cast, as_person):
    rikke = as_person(cast.rikke)
    pk = report_via_form(rikke)
    rikke.post(reverse("reports:take_back", args=[pk, Item.objects.get().pk]))
    assert Item.objects.count() == 1


def test_own_file_is_shown_only_when_asked_for_and_the_look_recorded(cast, as_person):
    rikke = as_person(cast.rikke)
    pk = report_via_form(rikke)
    assert "hvor du bor" not in rikke.get(reverse("reports:report", args=[pk])).content.decode()
    url = reverse("reports:see", args=[pk, Item.objects.get().pk])
    stumbled = rikke.get(url)
    assert (stumbled.status_code, stumbled.content) == (303, b"")
    assert not Look.objects.exists()
    assert "hvor du bor" in rikke.post(url).content.decode()
    assert Look.objects.get().person == cast.rikke


def test_picture_is_fetched_by_the_one_who_asked_and_nobody_else(cast, as_person):
    rikke = as_person(cast.rikke)
    pk = report_via_form(rikke, bevis={"pasted": "", "photo": file(picture(), "a.png")})
    page = rikke.post(reverse("reports:see", args=[pk, Item.objects.get().pk]))
    url = page.context["picture_url"]
    got = rikke.get(url)
    assert got.headers["Content-Type"] == "image/png"
    assert got.headers["Cache-Control"] == "private, no-store"
    for other in (cast.mads, cast.henrik, cast.olga):
        assert as_person(other).get(url).status_code == 404
    assert rikke.get(url[:-3] + "x/").status_code == 404


def test_nobody_else_reaches_the_file(cast, as_person):
    pk = report_via_form(as_person(cast.rikke))
    url = reverse("reports:see", args=[pk, Item.objects.get().pk])
    for other in (cast.mads, cast.henrik, cast.karen, cast.olga):
        assert as_person(other).post(url).status_code == 404


def test_file_of_another_report_is_not_reached_through_ones_own(cast, as_person):
    report_via_form(as_person(cast.rikke))
    item, mine = Item.objects.get(), report_via_form(as_person(cast.mads))
    answer = as_person(cast.mads).post(reverse("reports:see", args=[mine, item.pk]))
    assert answer.status_code == 404
