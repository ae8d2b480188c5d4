"""One employee at a phone: signs in once, then reports again and again over real HTTP."""

import http.client
import re
import time
from dataclasses import dataclass, field
from urllib.parse import urlencode, urlsplit

HIDDEN_DRAFT = re.compile(r'name="draft"[^>]*value="([0-9a-f-]{36})"')
FORM = "application/x-www-form-urlencoded"


class Refused(AssertionError):
    """The server answered something else than a report needs."""


@dataclass
class Answer:
    status: int
    location: str
    body: str


@dataclass
class Reporter:
    """``seconds`` has one entry for each request made, ``whole`` one for each report."""

    host: str
    port: int
    email: str
    password: str
    cookies: dict[str, str] = field(default_factory=dict)
    seconds: list[float] = field(default_factory=list)
    whole: list[float] = field(default_factory=list)
    sent: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.line = http.client.HTTPConnection(self.host, self.port, timeout=60)

    def ask(self, method: str, path: str, form: dict[str, str] | None = None) -> Answer:
        headers = {"Cookie": "; ".join(f"{k}={v}" for k, v in self.cookies.items())}
        body = None
        if form is not None:
            token = self.cookies.get("csrftoken", "")
            body = urlencode({**form, "csrfmiddlewaretoken": token})
            headers |= {"Content-Type": FORM, "Referer": f"http://{self.host}:{self.port}/"}
        begun = time.perf_counter()
        self.line.request(method, path, body, headers)
        response = self.line.getresponse()
        text = response.read().decode()
        self.seconds.append(time.perf_counter() - begun)
        for one in response.headers.get_all("Set-Cookie") or []:
            name, _, value = one.split(";", 1)[0].partition("=")
            self.cookies[name] = value
        return Answer(response.status, response.headers.get("Location") or "", text)

    def get(self, path: str) -> str:
        answer = self.ask("GET", path)
        if answer.status != 200:
            raise Refused(f"GET {path}: {answer.status}")
        return answer.body

    def post(self, path: str, form: dict[str, str]) -> str:
        """Post, and the path of the page the server leads to; that page is fetched too."""
        answer = self.ask("POST", path, form)
        if answer.status not in (302, 303):
            raise Refused(f"POST {path}: {answer.status} {_errors(answer.body)}")
        onward = urlsplit(answer.location).path
        self.get(onward)
        return onward

    def sign_in(self) -> None:
        self.get("/konto/log-ind/")
        self.post("/konto/log-ind/", {"login": self.email, "password": self.password})
        self.seconds.clear()

    def report(self, words: str) -> str:
        """One whole report, from the first screen to the receipt; the report's id."""
        begun = time.perf_counter()
        page = self.get("/indberet/")
        found = HIDDEN_DRAFT.search(page)
        draft = {"draft": found.group(1)} if found else {}
        at = self.post("/indberet/", {"danger": "no", "via": "self", **draft})
        at = self.post(at, {"kinds": "threat", "text": words})
        at = self.post(at, {"channel": "email", "channel_owner": "workplace", "when": "now"})
        who = {"target": "one", "relation": "citizen", "sender": f"{words[:12]}@borger.example"}
        at = self.post(at, who)
        at = self.post(at, {"pasted": f"Jeg finder dig, og så er du færdig. {words}"})
        self.post(at, {})
        self.whole.append(time.perf_counter() - begun)
        name = at.split("/")[2]
        self.sent.append(name)
        return name


def _errors(page: str) -> str:
    return " ".join(re.findall(r"error[^<]*<[^>]*>([^<]+)", page))[:300]
