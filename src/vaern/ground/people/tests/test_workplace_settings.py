"""The workplace's own settings."""

import pytest
from django.urls import reverse

from vaern.ground.audit.models import AuditRow
from vaern.ground.people.models import Workplace

GOOD = {
    "name": "Havneby Kommune",
    "cvr": "29 18 93 85",
    "size": "3200",
    "public_service": "on",
    "acute_phone": "55 55 01 12",
    "timezone": "Europe/Copenhagen",
    "public_holidays": "on",
    "closed_days": "24.12\n15.5.2026",
    "mon": "8-12, 12.30-16",
    "sat": "22-6",
}


def save(client, **changes: str):
    return client.post(reverse("people:workplace"), {**GOOD, **changes})


def test_settings_are_kept_as_the_calendar_reads_them(as_person, cast):
    assert save(as_person(cast.karen)).status_code == 302
    kept = Workplace.objects.get(pk=cast.workplace.pk)
    assert (kept.cvr, kept.size) == ("29189385", 3200)
    assert kept.hours == {
        "mon": [["08:00", "12:00"], ["12:30", "16:00"]],
        "sat": [["22:00", "06:00"]],
    }
    assert kept.closed_days == ["12-24", "2026-05-15"]


def test_the_form_shows_what_was_kept_and_saving_it_again_changes_nothing(as_person, cast):
    client = as_person(cast.karen)
    save(client)
    form = client.get(reverse("people:workplace")).context["form"]
    assert form.initial["mon"] == "08.00-12.00, 12.30-16.00"
    assert form.initial["closed_days"] == "24.12\n15.5.2026"
    client.post(
        reverse("people:workplace"),
        {**GOOD, **{k: form.initial[k] for k in ("mon", "sat", "closed_days")}},
    )
    assert AuditRow.objects.filter(action="workplace.changed").count() == 1


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("cvr", "1234567", "har 8 cifre"),
        ("acute_phone", "<script>", "“&lt;script&gt;” er ikke et telefonnummer"),
        ("mon", "8 til 16", "Skriv fx 8-16"),
        ("closed_days", "juleaften", "er ikke en dag"),
        ("timezone", "Europe/Berlin", "en af mulighederne på listen"),
    ],
)
def test_what_cannot_be_read_is_said_in_words(as_person, cast, field, value, words):
    page = save(as_person(cast.karen), **{field: value})
    assert words in page.content.decode()
    assert Workplace.objects.get(pk=cast.workplace.pk).size == 0


def test_the_unconfirmed_bill_is_off_until_switched_on_and_said_to_be_unconfirmed(as_person, cast):
    client = as_person(cast.karen)
    assert "Ubekræftet" in client.get(reverse("people:workplace")).content.decode()
    save(client)
    assert Workplace.objects.get(pk=cast.workplace.pk).law_options == {}
    save(client, l31_2026="on")
    assert Workplace.objects.get(pk=cast.workplace.pk).law_options == {"l31_2026": True}
