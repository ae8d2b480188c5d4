"""A person at a browser without script: fetches a page, fills one of its forms, sends it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any

import httpx

from tests.house import PASSWORD, House

Files = Sequence[tuple[str, tuple[str, bytes, str]]]


@dataclass
class Form:
    action: str
    hidden: dict[str, str] = field(default_factory=dict)
    names: set[str] = field(default_factory=set)


class Forms(HTMLParser):
    """The POST forms of a page's main part: where they go, their hidden values, the names they ask for."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[Form] = []
        self.inside = False
        self.feed(page.partition("<main")[2])

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "form" and given.get("method") == "post":
            self.inside = True
            self.found.append(Form(given.get("action", "")))
        elif self.inside and given.get("name"):
            self.found[-1].names.add(given["name"])
            if given.get("type") == "hidden":
                self.found[-1].hidden[given["name"]] = given.get("value", "")

    def handle_endtag(self, tag: str) -> None:
        self.inside = self.inside and tag != "form"


class Walker:
    """Somebody who sends forms, signed in as ``who``; each answer must be a page or a way on."""

    def __init__(self, home: House, who: str = "") -> None:
        self.home = home
        self.http = httpx.Client(base_url=home.url, timeout=60, headers={"Referer": home.url})
        if who:
            self.send("/konto/log-ind/", {"login": f"{who}@havneby.example", "password": PASSWORD})

    def get(self, path: str) -> str:
        return self._followed(self.http.get(path)).text

    def send(
        self,
        path: str,
        given: Mapping[str, Any],
        files: Files = (),
        *,
        to: str = "",
        wrong: bool = False,
    ) -> str:
        """Fill the form on ``path`` that asks for what is given; the address one lands on.

        ``to`` picks the form by where it goes. ``wrong``: the page comes back with an error.
        """
        form = self._form(path, {*given, *(name for name, _ in files)}, to)
        body = {**form.hidden, **given}
        answer = self.http.post(form.action or path, data=body, files=files or None)
        if wrong:
            assert answer.status_code in (200, 403), (path, answer.status_code)
            return path
        assert answer.status_code in (302, 303), (path, answer.status_code, _said(answer.text))
        return self._followed(answer).url.path

    def _form(self, path: str, names: set[str], to: str) -> Form:
        for form in Forms(self.get(path)).found:
            if (
                names <= form.names
                and to in (form.action or path)
                and "csrfmiddlewaretoken" in form.hidden
            ):
                return form
        raise AssertionError(f"{path} has no form that asks for {names} and goes to {to!r}")

    def _followed(self, answer: httpx.Response) -> httpx.Response:
        while answer.has_redirect_location:
            answer = self.http.get(answer.headers["Location"])
        assert answer.status_code == 200, (str(answer.url), answer.status_code)
        return answer


def _said(page: str) -> str:
    start = page.find("form-error")
    return page[start : start + 400] if start >= 0 else page[:400]
