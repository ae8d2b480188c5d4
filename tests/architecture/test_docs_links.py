"""A link between our documents leads somewhere, and a file they name is there."""

import re
from pathlib import Path

import pytest

from tests.architecture.source import ROOT, short

LINK = re.compile(r"\]\((?!https?:|mailto:|#)([^)#\s]+)(?:#[^)]*)?\)")
DOCUMENTS = [*sorted(ROOT.glob("*.md")), *sorted((ROOT / "docs").rglob("*.md"))]
# A file or folder of ours in backticks, as the threat model names what protects.
NAMED = re.compile(r"`((?:src|tests|scripts|requirements)/[\w./-]+)`")
# Screenshots are taken once the pages exist.
PICTURES = ROOT / "docs" / "pictures"


@pytest.mark.parametrize("path", DOCUMENTS, ids=short)
def test_links_lead_somewhere(path: Path) -> None:
    targets = [
        (path.parent / found).resolve() for found in LINK.findall(path.read_text(encoding="utf-8"))
    ]
    gone = [target for target in targets if not target.exists()]
    assert not [short(target) for target in gone if not target.is_relative_to(PICTURES)]


@pytest.mark.parametrize("path", DOCUMENTS, ids=short)
def test_named_files_exist(path: Path) -> None:
    named = NAMED.findall(path.read_text(encoding="utf-8"))
    assert not [name for name in named if not (ROOT / name).exists()]
