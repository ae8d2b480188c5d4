"""Fifty and more marked strings go in through every field and file; a thief of the disk, of the
database or of the mail finds none of them, and with the keys each that was to be kept is there."""

import json
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.canaries import entering
from tests.canaries.birds import Cage, found_in
from tests.canaries.walker import Walker
from tests.house import House, house

NEVER_TYPED = {
    # What the house itself writes into sealed columns: no person's words.
    "cases.Case.finding", "cases.Case.summary", "cases.Task.text",
    "evidence.Item.sha256", "people.Workplace.cvr", "people.Workplace.name",
    "plans.PlanVersion.steps", "triage.Suggestion.finding", "triage.Verdict.given_on",
}  # fmt: skip
EMPTIED = {"people.FormerAddress.email"}
"""There only until a letter has gone out: test_moved_address.py looks at it while it waits."""

OPENED = """
import json
from django.apps import apps
from django_scopes import scopes_disabled
from vaern.ground.vault.fields import LookupText, SealedField, SealedText
from vaern.handle.evidence.actions import original
from vaern.handle.evidence.models import Item

sealed, words = {}, []
with scopes_disabled():
    for model in apps.get_models():
        for field in model._meta.fields:
            if type(field).__name__ in ("SealedText", "SealedJSON", "LookupText"):
                values = [str(getattr(row, field.name)) for row in model._default_manager.all()]
                sealed[f"{model._meta.app_label}.{model.__name__}.{field.name}"] = values
    for item in Item.objects.all():
        words.append(original(item).hex())
print(json.dumps({"sealed": sealed, "files": words}))
"""

DRAIN = "from vaern.ground.queue.drain import drain\ndrain()"


@dataclass
class Filled:
    """An installation after the day, with what went in."""

    home: House
    cage: Cage
    dump: bytes


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Filled]:
    spool = tmp_path_factory.mktemp("spool")
    with house(TMPDIR=str(spool), VAERN_MAX_FILE_MB="1") as home:
        home.start(web_workers=1)
        cage = Cage()
        _a_day(home, cage, spool)
        dump = _dump(home)
        home.stop()
        left = list(spool.rglob("*"))
        assert not [path for path in left if path.is_file()], left
        yield Filled(home, cage, dump)


def _a_day(home: House, cage: Cage, folder: Path) -> None:
    entering.at_the_door(home, cage)
    entering.workplace(Walker(home, "karen.toft"), cage)
    rikke, henrik = Walker(home, "rikke.lund"), Walker(home, "henrik.dam")
    entering.too_large(rikke, cage)
    own = entering.report(rikke, cage)
    entering.post(henrik, home, cage, folder)
    case = _case_of(rikke, own)
    entering.case(henrik, case, cage)
    entering.looks(henrik, case)
    entering.closing(henrik, case, cage)
    _until_quiet(home)


def _case_of(rikke: Walker, own: str) -> str:
    """The address of the case, once the worker has opened it."""
    for _ in range(300):
        page = rikke.get(own.replace("/indberet/", "/sager/kvittering/"))
        if 'href="/sager/0' in page:
            return page.partition('href="/sager/0')[2].join(["/sager/0", ""]).split('"')[0]
        time.sleep(0.2)
    raise AssertionError("the worker never opened the case")


def _until_quiet(home: House) -> None:
    """Until the worker has done what waits, so that the letters are written too."""
    count = "from django_q.models import OrmQ\nprint(OrmQ.objects.count())"
    for _ in range(120):
        if home.python(count).strip() == "0":
            return
        time.sleep(0.5)
    raise AssertionError("the queue never ran empty")


def _dump(home: House) -> bytes:
    """The whole database as a backup would hold it."""
    url = home.env.get("DATABASE_URL", "")
    if url:
        asked = ["pg_dump", "--inserts", url.replace("postgres://", "postgresql://", 1)]
        return subprocess.run(asked, capture_output=True, check=True).stdout
    code = "import sqlite3, sys\nfor line in sqlite3.connect(sys.argv[1]).iterdump(): print(line)"
    asked = [sys.executable, "-c", code, str(home.data / "vaern.sqlite3")]
    return subprocess.run(asked, capture_output=True, check=True).stdout


def test_nothing_lies_in_the_clear(filled: Filled) -> None:
    places = {"the database": filled.dump, "the log": filled.home.log.read_bytes()}
    for path in filled.home.data.rglob("*"):
        if path.is_file():
            places[str(path.relative_to(filled.home.data))] = path.read_bytes()
    assert len([name for name in places if name.startswith("evidence/")]) >= 12
    seen = [
        (bird.place, place)
        for place, data in places.items()
        for bird in filled.cage.birds
        if found_in(data, bird.word)
    ]
    assert seen == []


def test_no_letter_says_anything(filled: Filled) -> None:
    letters = [mail.as_bytes() for mail in filled.home.post.mails]
    assert len(letters) >= 6
    seen = [
        bird.place
        for bird in filled.cage.birds
        if not bird.addressed and any(found_in(letter, bird.word) for letter in letters)
    ]
    assert seen == []


def test_with_the_keys_it_is_all_there(filled: Filled) -> None:
    """Else the test above would be easy to pass."""
    opened = json.loads(filled.home.python(OPENED))
    kept = json.dumps(opened["sealed"], ensure_ascii=False).lower()
    files = b"".join(bytes.fromhex(one) for one in opened["files"])
    birds = filled.cage.birds
    assert len(birds) >= 50
    missing = [
        b.place for b in birds if b.kept and b.word not in kept and b.word.encode() not in files
    ]
    assert missing == []
    stayed = [b.place for b in birds if not b.kept and (b.word in kept or b.word.encode() in files)]
    assert stayed == []


def test_every_sealed_column_had_a_canary(filled: Filled) -> None:
    """A new field must be entered here too, or say that no person's words go there."""
    sealed = json.loads(filled.home.python(OPENED))["sealed"]
    words = [bird.word for bird in filled.cage.birds]
    bare = {
        name
        for name, rows in sealed.items()
        if not any(word in row.lower() for row in rows for word in words)
    }
    assert bare == NEVER_TYPED | EMPTIED
