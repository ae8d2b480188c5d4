"""Entering a canary through every field and file the house has, as the people who use it do."""

import re
from dataclasses import replace
from pathlib import Path

from tests.canaries import things
from tests.canaries.birds import Cage
from tests.canaries.walker import Walker
from tests.house import House

UUID = r"[0-9a-f]{8}-[0-9a-f-]{27}"
PNG, MAIL, TEXT, CSV = "image/png", "message/rfc822", "text/plain", "text/csv"


def at_the_door(home: House, cage: Cage) -> None:
    """What the signed-out write, and addresses that lead nowhere: all of it is thrown away."""
    nobody = Walker(home)
    wrong = cage.address("forkert adresse", kept=False), cage.sentence("forkert kode", kept=False)
    nobody.send("/konto/log-ind/", {"login": wrong[0], "password": wrong[1]}, wrong=True)
    nobody.send("/konto/link/", {"email": cage.address("link til ukendt", kept=False)})
    nobody.send("/konto/adgangskode/glemt/", {"email": cage.address("glemt, ukendt", kept=False)})
    lost = cage.word("adresse", kept=False), cage.word("søgeord", kept=False)
    assert nobody.http.get(f"/{lost[0]}/?q={lost[1]}").status_code == 404
    bare = {"text": cage.word("uden nøgle", kept=False)}
    assert nobody.http.post("/indberet/", data=bare).status_code == 403


def workplace(karen: Walker, cage: Cage) -> None:
    """Settings, units, people, a staff list."""
    settings = "/konto/arbejdsplads/"
    given = re.findall(
        r'name="(mon|tue|wed|thu|fri|sat|sun)"[^>]*value="([^"]*)"', karen.get(settings)
    )
    fixed = {"name": "Havneby Kommune", "size": "2140", "timezone": "Europe/Copenhagen"}
    karen.send(settings, {**fixed, **dict(given), "acute_phone": cage.number("akut telefon")})
    top = re.search(rf'value="({UUID})"', karen.get("/konto/afdelinger/ny/"))
    assert top is not None
    karen.send("/konto/afdelinger/ny/", {"name": cage.word("afdeling"), "parent": top[1]})
    person(karen, cage, cage.address("e-mail", addressed=True))
    person(karen, cage, f"afvist-{cage.address('afvist e-mail')}")
    csv = things.staff_list(cage, "medarbejderliste")
    karen.send("/konto/medarbejdere/fil/", {}, [("file", ("liste.csv", csv, CSV))])
    karen.send("/konto/medarbejdere/fil/se/", {})
    bad = things.staff_list(Refusing(cage), "afvist liste").replace(b"@havneby.example", b"@")
    karen.send("/konto/medarbejdere/fil/", {}, [("file", ("liste.csv", bad, CSV))])


def person(karen: Walker, cage: Cage, address: str) -> None:
    """A new person, who is sent a welcome by e-mail."""
    given = {name: cage.word(f"{name} af person") for name in ("name", "title")}
    given["phone"] = cage.number("phone af person")
    at = karen.send("/konto/medarbejdere/ny/", {**given, "email": address, "language": "da"})
    assert re.search(rf"{UUID}/$", at), at
    karen.send(at, {}, to="/velkomst/")


class Refusing(Cage):
    """Hands out canaries of another cage that are never to be kept for good."""

    def __init__(self, cage: Cage) -> None:
        super().__init__(cage.birds)

    def word(self, place: str, *, kept: bool = True, addressed: bool = False) -> str:
        return super().word(place, kept=False, addressed=addressed)

    def number(self, place: str) -> str:
        number = super().number(place)
        self.birds[-1] = replace(self.birds[-1], kept=False)
        return number


def report(rikke: Walker, cage: Cage) -> str:
    """A whole report with files of every kind, then more of it; the report's page."""
    at = rikke.send("/indberet/", {"danger": "no", "via": "self"})
    at = rikke.send(at, {"kinds": "threat", "text": cage.sentence("egne ord")})
    at = rikke.send(at, {"channel": "email", "channel_owner": "workplace", "when": "now"})
    who = {"target": "one", "relation": "citizen", "sender": cage.address("afsender")}
    at = rikke.send(at, {**who, "sender_name": cage.word("afsenders navn")})
    files = [
        ("photo", (f"{cage.word('foto')}.png", things.picture(cage, "foto"), PNG)),
        ("evidence", (f"{cage.word('bilag')}.eml", things.letter(cage, "bilag"), MAIL)),
        (
            "evidence",
            (f"{cage.word('arkiv')}.zip", things.locked(cage, "arkiv"), "application/zip"),
        ),
        ("evidence", (f"{cage.word('ødelagt')}.png", things.broken(cage, "ødelagt"), PNG)),
        ("evidence", (f"{cage.word('note')}.txt", cage.sentence("note").encode(), TEXT)),
    ]
    pasted = f"Jeg slår dig {cage.word('indsat trussel')} ihjel. {cage.sentence('indsat')}"
    at = rikke.send(at, {"pasted": pasted}, files)
    receipt = rikke.send(at if at.endswith("/send/") else at.replace("/bevis/", "/send/"), {})
    own = f"/indberet/{receipt.rstrip('/').rpartition('/')[2]}/"
    more = [
        ("evidence", (f"{cage.word('senere')}.txt", cage.sentence("senere fil").encode(), TEXT))
    ]
    rikke.send(own, {"text": cage.sentence("senere ord")}, more, to="/tilfoej/")
    return own


def too_large(rikke: Walker, cage: Cage) -> None:
    """A file over the limit and a form post nobody asked for; and a draft that is never sent."""
    at = rikke.send("/indberet/", {"danger": "unsure", "via": "self"})
    pk = re.search(UUID, at)
    assert pk is not None
    what = f"/indberet/{pk[0]}/hvad/"
    rikke.send(what, {"kinds": "degrading", "text": cage.sentence("kladde")})
    big = cage.word("for stor", kept=False).encode() * 60_000
    name = f"{cage.word('for stor, navn', kept=False)}.txt"
    rikke.send(f"/indberet/{pk[0]}/bevis/", {"pasted": ""}, [("evidence", (name, big, TEXT))])
    wrong = {"kinds": cage.word("ukendt slags", kept=False), "text": "x" * 10_001}
    rikke.send(what, wrong, wrong=True)
    lost = Walker(rikke.home)
    lost.get("/konto/log-ind/")
    token = lost.http.cookies["csrftoken"]
    words = {"kinds": "threat", "text": cage.sentence("efter mistet login", kept=False)}
    answer = lost.http.post(what, data={"csrfmiddlewaretoken": token, **words})
    assert (answer.status_code, "vaern_unsent" in answer.cookies) == (302, True)


def post(henrik: Walker, home: House, cage: Cage, folder: Path) -> None:
    """Mail dropped in on the page, and mail imported by the command."""
    mail = things.letter(cage, "post")
    files = [("evidence", (f"{cage.word('post')}.eml", mail, MAIL))]
    henrik.send("/beskeder/", {}, files)
    file = folder / "import.eml"
    file.write_bytes(things.letter(cage, "import"))
    done = home.vaern("import", "--json", str(file), "--workplace", "Havneby Kommune")
    assert done.returncode == 0, done.stderr
    file.unlink()
    home.vaern("assess", "--json", stdin=cage.sentence("assess", kept=False))


def case(henrik: Walker, at: str, cage: Cage) -> None:
    """Everything that handlers write, in the case at ``at``."""
    henrik.send(at, {"text": cage.sentence("internt notat")}, to="/notat/")
    henrik.send(f"{at}besked/", {"text": cage.sentence("ord til den berørte")})
    contact = {"reference": cage.word("journalnummer"), "who": cage.word("betjent")}
    contact["filed_by"] = cage.word("anmelder")
    henrik.send(f"{at}kontakt/", {"kind": "police", **contact})
    more = [("evidence", (f"{cage.word('sagens fil')}.txt", cage.sentence("fil").encode(), TEXT))]
    henrik.send(f"{at}bevis/", {"pasted": cage.sentence("sagens indsatte")}, more)
    steps = re.findall(rf'"(/sager/opgaver/{UUID}/)"', henrik.get(at))
    steps = list(dict.fromkeys(steps))
    henrik.send(steps[0], {"comment-text": cage.sentence("kommentar"), "do": "comment"})
    henrik.send(steps[0], {"done-result": cage.sentence("resultat"), "do": "done"})
    henrik.send(steps[1], {"out-reason": cage.sentence("ikke relevant"), "do": "not_relevant"})
    verdict = re.search(rf"{at}vurdering/{UUID}/", henrik.get(at))
    assert verdict is not None
    overruled = {"harassment": "yes", "kinds": "threat", "severity": "serious", "urgency": "2"}
    henrik.send(verdict[0], {**overruled, "reason": cage.sentence("vurderet om")})
    people = f"{at}deltagere/"
    jonas = re.search(rf'value="({UUID})"[^>]*>Jonas', henrik.get(people))
    assert jonas is not None
    henrik.send(people, {"out-person": jonas[1], "out-why": "conflict"})
    henrik.send(f"{people}{jonas[1]}/", {"reason": cage.sentence("holdes ikke ude mere")})


def looks(henrik: Walker, at: str) -> None:
    """Every piece of evidence is opened and its original fetched."""
    for address in dict.fromkeys(re.findall(rf'action="({at}bevis/{UUID}/)"', henrik.get(at))):
        token = henrik.http.cookies["csrftoken"]
        for where in (address, f"{address}original/"):
            answer = henrik.http.post(where, data={"csrfmiddlewaretoken": token})
            assert answer.status_code in (200, 302), (where, answer.status_code)


def closing(henrik: Walker, at: str, cage: Cage) -> None:
    said = {"word": cage.sentence("sidste ord"), "reason": cage.sentence("hvorfor nu")}
    henrik.send(f"{at}afslut/", {"outcome": "stopped", **said})
