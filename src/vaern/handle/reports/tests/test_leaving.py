"""Leaving a screen of the report form: whatever stood on it is there when one comes back."""

import pytest
from django.urls import reverse

from vaern.handle.evidence.models import Item
from vaern.handle.reports.models import Report, Status
from vaern.handle.reports.tests.filling import SCREENS, begin, fill, fill_all
from vaern.handle.reports.tests.test_files import file

TOO_LONG = "å" * 10_001


def step(pk, slug: str) -> str:
    return reverse("reports:step", args=[pk, slug])


def leave(client, pk, slug: str, **given):
    return client.post(step(pk, slug), given)


def shown(client, pk, slug: str, name: str):
    """What the field says when the page is opened."""
    return client.get(step(pk, slug)).context["form"][name].value()


def test_stop_keeps_the_screen_and_leads_to_ones_own_reports(cast, as_person):
    rikke = as_person(cast.rikke)
    pk = begin(rikke)
    answer = leave(rikke, pk, "hvad", kinds=["threat"], text="Han skrev igen.", leave="stop")
    assert answer.headers["Location"] == reverse("reports:mine")
    assert "er gemt" in rikke.get(answer.headers["Location"]).content.decode()
    draft = Report.objects.get()
    assert (draft.text, draft.answers["kinds"]) == ("Han skrev igen.", ["threat"])
    again = rikke.get(reverse("reports:resume", args=[pk]))
    assert again.headers["Location"] == step(pk, "hvad")
    assert shown(rikke, pk, "hvad", "kinds") == ["threat"]


def test_back_keeps_a_choice_that_is_not_enough_yet(cast, as_person):
    rikke = as_person(cast.rikke)
    pk = begin(rikke)
    fill(rikke, pk, "hvad")
    answer = leave(rikke, pk, "hvor", channel="sms", when="", day="", clock="", leave="back")
    assert answer.headers["Location"] == step(pk, "hvad")
    assert shown(rikke, pk, "hvor", "channel") == "sms"
    assert "form-error" not in rikke.get(step(pk, "hvor")).content.decode()


def test_back_from_an_untouched_screen_leaves_nothing_behind(cast, as_person):
    rikke = as_person(cast.rikke)
    pk = begin(rikke)
    leave(rikke, pk, "hvor", channel="", when="", day="", clock="", leave="back")
    assert "unfinished" not in Report.objects.get().answers


def test_half_a_name_and_too_many_words_are_kept_as_they_were_typed(cast, as_person):
    jonas = as_person(cast.jonas)
    pk = begin(jonas, via="colleague")
    leave(jonas, pk, "hvad", kinds=["threat"], text=TOO_LONG, leave="stop")
    leave(jonas, pk, "hvem", colleague="Ri", sender="12 34", leave="back")
    assert shown(jonas, pk, "hvad", "text") == TOO_LONG
    assert shown(jonas, pk, "hvem", "colleague") == "Ri"
    assert shown(jonas, pk, "hvem", "sender") == "12 34"


def test_nothing_unfinished_is_sent_and_finishing_it_is_enough(cast, as_person):
    rikke = as_person(cast.rikke)
    pk = begin(rikke)
    for slug in list(SCREENS)[:-1]:
        fill(rikke, pk, slug)
    leave(rikke, pk, "hvad", kinds=["threat"], text=TOO_LONG, leave="back")
    for answer in (rikke.get(step(pk, "send")), fill(rikke, pk, "send")):
        assert answer.headers["Location"] == step(pk, "hvad")
    assert fill(rikke, pk, "hvad").headers["Location"] == step(pk, "send")
    assert "unfinished" not in Report.objects.get().answers
    fill(rikke, pk, "send")
    assert Report.objects.get().status == Status.RECEIVED


def test_files_and_pasted_text_are_kept_too(cast, as_person):
    rikke = as_person(cast.rikke)
    pk = begin(rikke)
    given = {"pasted": "Jeg ved, hvor du bor.", "evidence": file(b"hej", "a.txt")}
    leave(rikke, pk, "bevis", **given, leave="back")
    assert Item.objects.get().text == "hej"
    assert shown(rikke, pk, "bevis", "pasted") == "Jeg ved, hvor du bor."
    fill(rikke, pk, "bevis")
    assert {item.text for item in Item.objects.all()} == {"hej", "Jeg ved, hvor du bor."}
    assert not shown(rikke, pk, "bevis", "pasted")


def test_removing_a_file_keeps_the_pasted_text(cast, as_person):
    rikke = as_person(cast.rikke)
    pk = begin(rikke)
    leave(rikke, pk, "bevis", evidence=file(b"hej", "a.txt"), leave="back")
    answer = leave(rikke, pk, "bevis", pasted="Skrevet imens", remove=str(Item.objects.get().pk))
    assert answer.headers["Location"] == step(pk, "bevis")
    assert not Item.objects.exists()
    assert shown(rikke, pk, "bevis", "pasted") == "Skrevet imens"
    assert leave(rikke, pk, "bevis", remove="x").status_code == 404


def test_the_other_language_keeps_the_screen(cast, as_person):
    rikke = as_person(cast.rikke)
    pk = begin(rikke)
    answer = leave(rikke, pk, "hvad", kinds=["threat"], text="Mine ord.", language="en")
    assert answer.headers["Location"] == step(pk, "hvad")
    page = rikke.get(answer.headers["Location"])
    assert '<html lang="en">' in page.content.decode()
    assert page.context["form"]["text"].value() == "Mine ord."


def test_on_the_first_screen_the_choices_come_with_the_page(cast, as_person):
    rikke = as_person(cast.rikke)
    given = {"danger": "unsure", "via": "desk", "language": "en"}
    page = rikke.post(reverse("reports:start"), given)
    assert [page.context["form"][name].value() for name in ("danger", "via")] == ["unsure", "desk"]
    assert '<html lang="en">' in page.content.decode()
    assert '<html lang="en">' in rikke.get(reverse("reports:start")).content.decode()
    assert not Report.objects.exists()


@pytest.mark.parametrize("way", [{"leave": "stop"}, {"leave": "discard"}, {"language": "en"}])
def test_what_is_left_after_it_was_sent_is_added_to_it(cast, as_person, way):
    rikke = as_person(cast.rikke)
    pk = begin(rikke)
    fill_all(rikke, pk)
    leave(rikke, pk, "hvad", kinds=["threat"], text="Og en ting til.", **way)
    report = Report.objects.get()
    assert report.status == Status.RECEIVED
    assert "Og en ting til." in report.additions.get().text
