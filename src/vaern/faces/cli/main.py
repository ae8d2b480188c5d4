"""The command ``vaern``: every command in one place. docs/reference/cli.md tells the formats."""

import os
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

import click

from vaern.faces.cli import installation, ports, serving
from vaern.faces.cli.starting import Commands, say, set_up

Where = Callable[[], installation.Place]
"""Where this installation lies; `vaern.config.command` hands it in."""

PORT = click.IntRange(1, 65535)
PROCESSES = click.IntRange(1, 64)


@click.group(cls=Commands)
@click.version_option(package_name="vaern", prog_name="vaern")
def cli() -> None:
    """Værn: prevent and handle work-related digital harassment."""


@cli.command()
@click.option("--workplace", help="Found a workplace with this name, or add to the one there is.")
@click.option("--cvr", help="Its CVR number, eight digits.")
@click.option("--admin", help="E-mail address of an administrator; needed to found a workplace.")
@click.option("--name", help="That person's name.")
@click.pass_obj
def init(
    where: Where, workplace: str | None, cvr: str | None, admin: str | None, name: str | None
) -> None:
    """Make the data folder, the keys and the database; safe to run again."""
    from vaern.faces.cli.wanted import wanted

    asked = wanted(workplace, cvr, admin, name)
    installation.build(where(), say)
    from vaern.faces.cli import founding

    if asked is not None:
        founding.run(asked, say)
    say(founding.what_next())


@cli.command()
@click.option("--host", default="127.0.0.1", envvar="VAERN_HOST", show_default=True)
@click.option("--port", type=PORT, default=8000, envvar="VAERN_PORT", show_default=True)
@click.option(
    "--web-workers", type=PROCESSES, default=2, envvar="VAERN_WEB_WORKERS", show_default=True
)
@click.pass_obj
def serve(where: Where, host: str, port: int, web_workers: int) -> None:
    """Run the web server and the workers until Ctrl-C."""
    held = ports.hold((host, port))
    set_up()
    installation.check_before_serving(where(), host, say)
    os.environ["DJANGO_SETTINGS_MODULE"] = "vaern.config.settings"
    services = [serving.web(host, port, web_workers), *serving.workers()]
    sys.exit(serving.run(services, held, lambda: say(f"http://{host}:{port}/"), say))


@cli.command()
@click.option("--port", type=PORT, default=8000, envvar="VAERN_PORT", show_default=True)
@click.pass_obj
def demo(where: Where, port: int) -> None:
    """Start with the invented workplace Havneby Kommune; ends with one address to open."""
    held = ports.hold_free("127.0.0.1", port)
    free = held.at[1]
    if free != port:
        say(f"Port {port} is in use by something else, so we take {free}.")
    os.environ["VAERN_BASE_URL"] = f"http://127.0.0.1:{free}"
    os.environ["VAERN_MODE"] = installation.demo_mode()
    installation.build_demo(where(), say)
    from vaern.faces.cli.demo import havneby

    sign_ins = havneby.ensure(say)
    services = [serving.web("127.0.0.1", free, 2), *serving.workers()]
    welcome = partial(havneby.welcome, free, sign_ins, say)
    sys.exit(serving.run(services, held, welcome, say))


@cli.command(name="import")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--workplace", help="Which workplace, where there are several (name or id).")
@click.option("--json", "as_json", is_flag=True, help="One JSON object per file.")
def import_(files: tuple[Path, ...], workplace: str | None, as_json: bool) -> None:
    """Take in received messages (.eml files): evidence, judgement, case and plan."""
    set_up()
    from vaern.faces.cli import importing

    failed = importing.run(files, workplace, as_json)
    sys.exit(1 if failed else 0)


@cli.command()
@click.option("--json", "as_json", is_flag=True, help="One JSON object per message.")
@click.option("--ndjson", is_flag=True, help='Read lines of {"id", "text"}.')
def assess(as_json: bool, ndjson: bool) -> None:
    """Say what kind of message stands on standard input. A suggestion, never a decision."""
    from vaern.faces.cli import assessing

    if not ndjson:
        assessing.one(sys.stdin, as_json=as_json)
    elif bad := assessing.lines(sys.stdin):
        raise click.ClickException(f"{bad} of the lines could not be read; the others were.")


@cli.command()
@click.option("--json", "as_json", is_flag=True, help="Answer as JSON.")
@click.option("--on", help="The date whose rules count (YYYY-MM-DD); today when left out.")
def judge(as_json: bool, on: str | None) -> None:
    """Hold facts (JSON on standard input) against Arbejdstilsynet's definition."""
    from vaern.faces.cli import lawful

    lawful.judge(sys.stdin, on, as_json)


@cli.command()
@click.option("--json", "as_json", is_flag=True, help="Answer as JSON.")
@click.option("--on", help="The date whose rules count (YYYY-MM-DD); today when left out.")
def deadlines(as_json: bool, on: str | None) -> None:
    """Every deadline that follows from facts (JSON on standard input)."""
    from vaern.faces.cli import lawful

    lawful.deadlines(sys.stdin, on, as_json)


@cli.group()
def case() -> None:
    """Look at cases. What is shown is recorded."""


@case.command(name="list")
@click.option("--workplace", help="Which workplace, where there are several (name or id).")
@click.option("--json", "as_json", is_flag=True)
def case_list(workplace: str | None, as_json: bool) -> None:
    """Open and closed cases, the most urgent first."""
    set_up()
    from vaern.faces.cli import cases

    cases.list_all(workplace, as_json)


@case.command(name="show")
@click.argument("reference")
@click.option("--workplace", help="Which workplace, where there are several (name or id).")
@click.option("--json", "as_json", is_flag=True)
def case_show(reference: str, workplace: str | None, as_json: bool) -> None:
    """One case, by its reference such as 2026-0007: state, tasks, deadlines, no evidence."""
    set_up()
    from vaern.faces.cli import cases

    cases.show(reference, workplace, as_json)


@cli.group()
def audit() -> None:
    """The record of who did what."""


@audit.command()
@click.option("--workplace", help="Only this workplace (name or id); all when left out.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object per workplace.")
def verify(workplace: str | None, as_json: bool) -> None:
    """Walk the whole chain; exit status 1 and the first bad row if it is not whole."""
    set_up()
    from vaern.faces.cli import auditing

    sys.exit(auditing.verify(workplace, as_json))
