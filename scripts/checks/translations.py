"""Every text in the source is Danish and has an English translation that somebody approved.

The texts are collected afresh into a copy, so a text that was added or changed without running
`make messages` is found too.
"""

import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import polib

ROOT = Path(__file__).resolve().parent.parent.parent
# Words that no Danish sentence has: a source text with one of them was written in English.
ENGLISH = re.compile(r"\b(the|your|you|this|please|with|which|are|was|were|has)\b", re.I)
SHOWN = 20


def collected() -> Iterator[polib.POEntry]:
    with tempfile.TemporaryDirectory() as copy:
        for name in ("src", "locale"):
            if (ROOT / name).exists():
                shutil.copytree(
                    ROOT / name, Path(copy) / name, ignore=shutil.ignore_patterns("*.pyc")
                )
        command = [str(ROOT / "scripts" / "messages"), copy]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode:
            sys.exit(f"The texts could not be collected:\n{done.stdout}{done.stderr}")
        for source in Path(copy).glob("locale/en/LC_MESSAGES/*.po"):
            yield from polib.pofile(str(source))


def faults(entry: polib.POEntry) -> Iterator[str]:
    where = ", ".join(path for path, _ in entry.occurrences)
    if entry.obsolete:
        return
    if entry.fuzzy:
        yield f"unsure translation: {entry.msgid!r} ({where})"
    elif not entry.translated():
        yield f"no English: {entry.msgid!r} ({where})"
    if ENGLISH.search(entry.msgid):
        yield f"source text is not Danish: {entry.msgid!r} ({where})"


if __name__ == "__main__":
    found = [fault for entry in collected() for fault in faults(entry)]
    print(*found[:SHOWN], sep="\n")
    if len(found) > SHOWN:
        print(f"… and {len(found) - SHOWN} more")
    sys.exit(1 if found else 0)
