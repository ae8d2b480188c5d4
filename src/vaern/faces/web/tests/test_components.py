"""Components draw what they are given, and only that."""

from datetime import timedelta

import pytest
from django.template import RequestContext, Template
from django.test import RequestFactory
from django.utils import timezone, translation


def draw(text: str, **given: object) -> str:
    context = RequestContext(RequestFactory().get("/"), given)
    with translation.override("da"):
        return Template("{% load vaern %}" + text).render(context)


def test_a_component_does_not_pick_up_names_of_the_page() -> None:
    html = draw('{% component "task" title="Ring til Rikke" %}', words="En hemmelighed", done=True)
    assert "En hemmelighed" not in html
    assert "task-done" not in html


def test_hidden_content_is_not_in_the_page_before_it_is_asked_for() -> None:
    closed = '{% component "hidden_content" title="SMS" open_url="/vis/" content=words %}'
    assert "grimt" not in draw(closed, words="noget grimt")
    assert '<form class="hidden-open" method="post" action="/vis/">' in draw(closed, words="x")


def test_hidden_content_once_opened_is_shown_as_text() -> None:
    opened = '{% component "hidden_content" title="SMS" opened=True content=words %}'
    assert "&lt;script&gt;" in draw(opened, words="<script>")


def test_a_component_with_a_form_carries_the_csrf_token() -> None:
    html = draw('{% component "hidden_content" title="SMS" open_url="/vis/" %}')
    assert "csrfmiddlewaretoken" in html


def test_an_overdue_task_says_so_in_words() -> None:
    due = timezone.now() - timedelta(hours=2, minutes=5, seconds=1)
    html = draw('{% component "task" title="Gem beviser" due=due %}', due=due)
    assert "task-overdue" in html
    assert "2 timer 5 minutter over tiden" in html


def test_the_own_number_is_left_out_where_there_is_none() -> None:
    assert draw('{% component "acute_numbers" own_number="" %}').count("tel:") == 2
    assert 'href="tel:70203040"' in draw('{% component "acute_numbers" own_number="70 20 30 40" %}')


@pytest.mark.parametrize(
    ("name", "short"), [("Rikke Lund", "RL"), ("Anne Bo Dahl", "AD"), ("", "")]
)
def test_initials(name: str, short: str) -> None:
    assert draw("{{ name|initials }}", name=name) == short


def test_an_unknown_code_still_gets_a_quiet_badge() -> None:
    assert draw('{% status_badge "sent" %}') == '<span class="badge badge-neutral">sent</span>'
