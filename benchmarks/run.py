"""``make bench``: what the house stores and reads a second, on both databases, in one run.

Figures are printed and written to ``build/bench.json``. Nothing here passes or fails.
"""

import argparse
import json
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "src")]

from benchmarks import reports, triage  # noqa: E402


def databases() -> dict[str, str]:
    """SQLite, and PostgreSQL where one answers."""
    found = {"SQLite": "sqlite"}
    asked = subprocess.run(
        [sys.executable, ROOT / "scripts/find-postgres"],
        capture_output=True,
        text=True,
        check=False,
    )
    if asked.returncode == 0:
        found["PostgreSQL"] = asked.stdout.strip()
    else:
        print("PostgreSQL: none answers, so that half is left out.")
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--reports", type=int, default=200, help="reports for each measurement")
    parser.add_argument("--only", choices=("reports", "triage"))
    chosen = parser.parse_args()
    figures: dict[str, object] = {"cores": os.cpu_count()}
    print(f"Machine: {os.cpu_count()} cores; the load comes from the same machine.\n")
    if chosen.only != "triage":
        for name, database in databases().items():
            figures[name] = reports.measure(name, database, chosen.reports)
    if chosen.only != "reports":
        figures["triage"] = triage.measure()
    out = ROOT / "build" / "bench.json"
    out.parent.mkdir(exist_ok=True)
    out.write_text(json.dumps(figures, indent=1, ensure_ascii=False))
    print(f"\nWritten to {out.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
