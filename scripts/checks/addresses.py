"""Lock files carry no download addresses, and no file in git names a path of somebody's machine."""

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
MACHINE_PATH = re.compile(rb"(?:^|[^\w./-])(/(?:work|root|Users/\w+|home/\w+)/[^\s\"'`)]*)", re.M)


def tracked() -> list[Path]:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True)
    paths = [ROOT / name for name in listed.stdout.decode().split("\0") if name]
    return [path for path in paths if path.is_file()]


def addresses_in_pins(path: Path) -> Iterator[str]:
    for number, line in enumerate(path.read_text().splitlines(), 1):
        if "://" in line:
            yield f"{path.relative_to(ROOT)}:{number}: an address: {line.strip()}"


def addresses_in_npm_lock(path: Path) -> Iterator[str]:
    """A `funding` link is no download address; `resolved` is one."""
    for name, package in json.loads(path.read_text()).get("packages", {}).items():
        if "//" in package.get("resolved", ""):
            yield f"{path.relative_to(ROOT)}: {name}: an address: {package['resolved']}"


def machine_paths(path: Path) -> Iterator[str]:
    data = path.read_bytes()
    if b"\0" in data[:8000]:
        return
    for found in MACHINE_PATH.finditer(data):
        line = data.count(b"\n", 0, found.start(1)) + 1
        yield f"{path.relative_to(ROOT)}:{line}: a machine's path: {found[1].decode(errors='replace')}"


def faults() -> Iterator[str]:
    for path in tracked():
        if path.parent == ROOT / "requirements":
            yield from addresses_in_pins(path)
        if path.name == "package-lock.json":
            yield from addresses_in_npm_lock(path)
        yield from machine_paths(path)


if __name__ == "__main__":
    found = list(faults())
    print(*found, sep="\n")
    sys.exit(1 if found else 0)
