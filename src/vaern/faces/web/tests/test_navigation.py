"""The menu shows a person the doors that are built and hers."""

import pytest
from django.template import Context, Template
from django.test import RequestFactory
from django.urls import resolve

from vaern.faces.web.navigation import DOORS, entries, place

pytestmark = pytest.mark.urls("vaern.faces.web.tests.style_guide")


def codes(roles: set[str]) -> list[str]:
    return [entry.code for entry in entries(roles, "", 0)]


def test_a_page_nobody_has_built_has_no_door() -> None:
    assert place("law:rules") is None
    assert "law:rules" not in codes({"employee"})


def test_only_hr_and_communications_see_the_post() -> None:
    assert "inbox:list" not in codes({"employee", "manager", "amr", "administrator"})
    assert "inbox:list" in codes({"employee", "hr"})
    assert "inbox:list" in codes({"communications"})


def test_the_unread_are_counted_on_the_inbox_alone() -> None:
    assert {e.code: e.count for e in entries(set(), "", 4) if e.count} == {"notify:inbox": 4}


def test_every_door_is_known_by_one_name() -> None:
    assert len({door.view for door in DOORS}) == len(DOORS)


def test_a_page_may_say_under_which_door_it_belongs() -> None:
    request = RequestFactory().get("/sager/mine/")
    request.resolver_match = resolve("/sager/mine/")
    text = (
        "{% load vaern %}{% navigation_entries here as found %}"
        "{% for entry in found %}{% if entry.current %}{{ entry.code }}{% endif %}{% endfor %}"
    )
    context = {"request": request, "person": "Mads", "roles": set()}
    assert Template(text).render(Context(context)) == "cases:mine"
    assert Template(text).render(Context(context | {"here": "cases:tasks"})) == "cases:tasks"
