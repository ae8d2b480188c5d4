"""Received post: files in, neutral rows, and what HR decides."""

from base64 import encodebytes
from io import BytesIO

import pytest
from django.urls import reverse
from django_q.models import OrmQ

from vaern.ground.notify.models import Notice
from vaern.ground.people import actions as people
from vaern.ground.people.models import RoleCode
from vaern.handle.evidence.models import Item, Look
from vaern.handle.evidence.tests.samples import picture, sample
from vaern.handle.reports.jobs import take_in
from vaern.handle.reports.models import Report, Status, Via
from vaern.handle.reports.tests.filling import report_via_form
from vaern.handle.triage.jobs import consider


def mail(name: str = "trussel") -> BytesIO:
    file = BytesIO(sample(name))
    file.name = f"{name}.eml"
    return file


def upload(client, *files: BytesIO) -> str:
    answer = client.post(reverse("inbox:upload"), {"evidence": list(files)}, follow=True)
    words: str = answer.content.decode()
    return words


def left_alone(cast, as_person) -> Report:
    upload(as_person(cast.henrik), mail("vred-klage"))
    take_in(OrmQ.objects.get().task["args"][0])
    Report.objects.update(status=Status.LEFT_ALONE)
    report: Report = Report.objects.get()
    return report


def test_result_for_each_file(cast, as_person):
    henrik = as_person(cast.henrik)
    empty = BytesIO(b"")
    empty.name = "tom.eml"
    page = upload(henrik, mail(), mail("vred-klage"), empty)
    assert page.count("Modtaget. Vi ser på den nu.") == 2
    assert "tom.eml: Filen er tom" in page
    assert "Vi har den i forvejen" in upload(henrik, mail())


def test_no_file_is_told(cast, as_person):
    assert "Vælg en eller flere filer først" in upload(as_person(cast.henrik))


@pytest.mark.parametrize("who", ["rikke", "mads", "amina", "karen", "jonas"])
def test_only_those_with_the_post_see_it(cast, as_person, who):
    client = as_person(getattr(cast, who))
    assert client.get(reverse("inbox:list")).status_code == 404
    assert client.post(reverse("inbox:upload"), {"evidence": mail()}).status_code == 404


def test_rows_are_neutral(cast, as_person):
    left_alone(cast, as_person)
    page = as_person(cast.henrik).get(reverse("inbox:list")).content.decode()
    assert "Borgerservice" in page
    for word in ("rasende", "Birthe", "oepost", "Klage over"):
        assert word not in page


def test_communications_may_upload_and_sees_no_rows(cast, as_person):
    people.give_role(person=cast.jonas, unit=cast.top, code=RoleCode.COMMUNICATIONS, by=None)
    left_alone(cast, as_person)
    jonas = as_person(cast.jonas)
    assert "Modtaget" in upload(jonas, mail())
    assert "Borgerservice" not in jonas.get(reverse("inbox:list")).content.decode()


@pytest.mark.parametrize(
    ("status", "words"),
    [
        (None, "Vi ser på den."),
        (Status.JUDGED, "Vi ser på den."),
        (Status.IN_CASE, "Andre tager sig af den nu."),
        (Status.LEFT_ALONE, "Den er gemt. Der bliver ikke gjort mere ved den."),
    ],
)
def test_communications_sees_what_became_of_their_own(cast, as_person, status, words):
    for person in (cast.jonas, cast.amina):
        people.give_role(person=person, unit=cast.top, code=RoleCode.COMMUNICATIONS, by=None)
    upload(as_person(cast.jonas), mail("vred-klage"))
    if status is not None:
        take_in(OrmQ.objects.get().task["args"][0])
        Report.objects.update(status=status)
    url = reverse("inbox:list")
    page = as_person(cast.jonas).get(url).content.decode()
    assert words in page
    assert not any(word in page for word in ("Klage", "vred-klage", "Borgerservice", "sag/"))
    assert words not in as_person(cast.amina).get(url).content.decode()


def test_hr_opens_a_case_after_all(cast, as_person):
    report = left_alone(cast, as_person)
    henrik, url = as_person(cast.henrik), reverse("inbox:open_case", args=[report.pk])
    assert henrik.post(url).status_code == 303
    row = OrmQ.objects.order_by("-id")[0]
    assert (row.task["func"], row.task["args"]) == (
        "vaern.handle.cases.jobs.open_for",
        (str(report.pk),),
    )


def test_hr_leaves_it(cast, as_person):
    report = left_alone(cast, as_person)
    Report.objects.update(status=Status.JUDGED)
    as_person(cast.henrik).post(reverse("inbox:leave", args=[report.pk]))
    assert Report.objects.get().status == Status.LEFT_ALONE


def test_content_only_after_asking_and_recorded(cast, as_person):
    report = left_alone(cast, as_person)
    url = reverse("inbox:see", args=[report.pk])
    assert "rasende" in as_person(cast.henrik).post(url).content.decode()
    assert Look.objects.get().person == cast.henrik


@pytest.mark.parametrize("name", ["open_case", "leave", "see"])
def test_others_and_the_named_sender_find_nothing(cast, as_person, name):
    report = left_alone(cast, as_person)
    url = reverse(f"inbox:{name}", args=[report.pk])
    assert as_person(cast.mads).post(url).status_code == 404
    assert as_person(cast.olga).post(url).status_code == 404
    report.answers |= {"internal_person": str(cast.henrik.pk)}
    report.save()
    assert as_person(cast.henrik).post(url).status_code == 404
    assert as_person(cast.henrik).get(reverse("inbox:list")).context["rows"] == []


def test_whose_address_it_came_from_leaves_it_to_the_others_in_hr(cast, as_person):
    report = left_alone(cast, as_person)
    report.answers |= {"maybe_from": str(cast.henrik.pk)}
    report.save()
    henrik = as_person(cast.henrik)
    beside = people.add_unit(workplace=cast.workplace, name="Skolen", parent=cast.top, by=None)
    people.give_role(person=cast.jonas, unit=beside, code=RoleCode.HR, by=None)
    assert len(henrik.get(reverse("inbox:list")).context["rows"]) == 1
    people.give_role(person=cast.jonas, unit=cast.top, code=RoleCode.HR, by=None)
    assert henrik.get(reverse("inbox:list")).context["rows"] == []
    assert len(as_person(cast.jonas).get(reverse("inbox:list")).context["rows"]) == 1


def test_what_is_in_a_case_is_seen_through_the_case(cast, as_person):
    report = left_alone(cast, as_person)
    Report.objects.update(status=Status.IN_CASE)
    henrik = as_person(cast.henrik)
    assert henrik.post(reverse("inbox:see", args=[report.pk])).status_code == 404
    assert henrik.get(reverse("inbox:list")).context["rows"] == []


def wordless() -> BytesIO:
    """A mail with a title and a picture."""
    head = b"From: x@post.example\nTo: rikke.lund@havneby.example\nSubject: Se billedet\n"
    head += b"Date: Mon, 9 Nov 2026 10:00:00 +0100\nContent-Type: multipart/mixed; boundary=b\n\n"
    part = b"Content-Type: image/png; name=a.png\nContent-Transfer-Encoding: base64\n\n"
    file = BytesIO(head + b"--b\n\n\n--b\n" + part + encodebytes(picture()) + b"--b--\n")
    file.name = "billede.eml"
    return file


def considered(client, file: BytesIO) -> Report:
    upload(client, file)
    take_in(OrmQ.objects.get().task["args"][0])
    report: Report = Report.objects.get()
    consider(str(report.pk))
    return report


def test_a_mail_with_hardly_a_word_is_for_hr_to_look_at(cast, as_person):
    considered(as_person(cast.henrik), wordless())
    assert Report.objects.get().status == Status.UNSURE
    assert Notice.objects.get(person=cast.henrik).kind == "message_left_alone"


def test_a_mail_that_says_something_harmless_is_just_post(cast, as_person):
    considered(as_person(cast.henrik), mail("vred-klage"))
    assert not Notice.objects.exists()


def test_hr_sees_what_lies_in_the_mail_before_deciding(cast, as_person):
    henrik = as_person(cast.henrik)
    url = reverse("inbox:see", args=[considered(henrik, wordless()).pk])
    part = Item.objects.exclude(parent=None).get()
    assert f'name="item" value="{part.pk}"' in henrik.post(url).content.decode()
    page = henrik.post(url, {"item": str(part.pk)})
    assert page.context["picture_url"] in page.content.decode()
    assert henrik.get(page.context["picture_url"]).headers["Content-Type"] == "image/png"
    assert henrik.post(url, {"item": str(part.pk), "original": "1"}).content == picture()
    assert [look.item_id == part.pk for look in Look.objects.order_by("at")] == [0, 1, 1]


@pytest.mark.parametrize("other", ["mads", "rikke", "olga"])
def test_nobody_but_hr_sees_what_lies_in_it(cast, as_person, other):
    url = reverse("inbox:see", args=[considered(as_person(cast.henrik), wordless()).pk])
    part = Item.objects.exclude(parent=None).get()
    for given in ({"item": str(part.pk)}, {"item": str(part.pk), "original": "1"}):
        assert as_person(getattr(cast, other)).post(url, given).status_code == 404


def test_hr_reaches_no_other_file_through_a_mail(cast, as_person):
    report_via_form(as_person(cast.rikke))
    theirs = Item.objects.get()
    OrmQ.objects.all().delete()
    upload(as_person(cast.henrik), wordless())
    take_in(OrmQ.objects.get().task["args"][0])
    url = reverse("inbox:see", args=[Report.objects.get(via=Via.MESSAGE).pk])
    Report.objects.filter(via=Via.MESSAGE).update(status=Status.LEFT_ALONE)
    for item in (str(theirs.pk), "x"):
        assert as_person(cast.henrik).post(url, {"item": item}).status_code == 404


def test_hr_of_a_unit_beside_sees_and_decides_nothing(cast, as_person):
    report = left_alone(cast, as_person)
    school = people.add_unit(workplace=cast.workplace, name="Skolen", parent=cast.top, by=None)
    for unit, shown in ((school, False), (cast.unit, True)):
        role = people.give_role(person=cast.jonas, unit=unit, code=RoleCode.HR, by=None)
        client = as_person(cast.jonas)
        assert len(client.get(reverse("inbox:list")).context["rows"]) == shown
        answer = client.post(reverse("inbox:see", args=[report.pk]))
        assert (answer.status_code == 404) != shown
        people.take_role(role=role, by=None)
