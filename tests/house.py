"""A whole installation of its own for one test or one measurement: real web server, real worker,
real mail server, SQLite in a file or a database of its own on a real PostgreSQL."""

import os
import secrets
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import httpx
import psycopg
from aiosmtpd.controller import Controller
from aiosmtpd.handlers import Message

from vaern.faces.cli.ports import free_port

ROOT = Path(__file__).resolve().parent.parent
PASSWORD = "Et langt kodeord til prøver"


class Postbox(Message):
    """A real SMTP server's handler that keeps what it is given, and turns ``afvist…@`` away."""

    def __init__(self) -> None:
        super().__init__()
        self.mails: list[Any] = []

    async def handle_RCPT(  # noqa: N802 - aiosmtpd calls it so
        self, server: Any, session: Any, envelope: Any, address: str, options: list[str]
    ) -> str:
        if address.startswith("afvist"):
            return f"550 5.1.1 <{address}> is not known here"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    def handle_message(self, message: Any) -> None:
        self.mails.append(message)

    def to(self, address: str) -> list[Any]:
        return [mail for mail in self.mails if address in str(mail["X-RcptTo"])]


@dataclass
class House:
    """A running installation: where it answers, where its state is, what it has mailed."""

    data: Path
    port: int
    env: dict[str, str]
    post: Postbox
    log: Path
    process: subprocess.Popen[bytes] | None = None
    pids: list[int] = field(default_factory=list)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def python(self, code: str, *more: str) -> str:
        """Run a piece of Python inside the installation; what it prints."""
        done = subprocess.run(
            [sys.executable, "-c", f"import django; django.setup()\n{code}", *more],
            env=self.env,
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode:
            raise RuntimeError(done.stderr[-3000:])
        return done.stdout

    def vaern(self, *words: str, stdin: str = "") -> subprocess.CompletedProcess[str]:
        """Run the command ``vaern``."""
        return subprocess.run(
            [sys.executable, "-m", "vaern.config.command", *words],
            env=self.env,
            cwd=ROOT,
            capture_output=True,
            text=True,
            input=stdin,
            check=False,
        )

    def start(self, web_workers: int = 2) -> None:
        words = ["serve", "--port", str(self.port), "--web-workers", str(web_workers)]
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "vaern.config.command", *words],
                env=self.env,
                cwd=ROOT,
                stdout=log,
                stderr=log,
            )
        self.wait_until_it_answers()

    def wait_until_it_answers(self, seconds: float = 60) -> None:
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            with suppress(httpx.TransportError):
                if httpx.get(f"{self.url}/sundhed/", timeout=5).status_code == 200:
                    return
            time.sleep(0.1)
        raise RuntimeError(f"the web server never answered:\n{self.log.read_text()[-3000:]}")

    def stop(self) -> None:
        if self.process is not None:
            self.process.terminate()
            self.process.wait(30)
            self.process = None


@contextmanager
def house(database: str = "", *, seed: bool = True, **settings: str) -> Iterator[House]:
    """Build an installation in a folder of its own, with the cast in it; take it down after.

    ``database`` is the address of a PostgreSQL server, or ``sqlite``; left out, what the tests
    run on (``DATABASE_URL``).
    """
    database = database or os.environ.get("DATABASE_URL", "sqlite")
    data = Path(tempfile.mkdtemp(prefix="vaern-house-"))
    port = free_port(8100 + secrets.randbelow(800))
    post, mail_port = Postbox(), free_port(2600 + secrets.randbelow(300))
    controller = Controller(post, hostname="127.0.0.1", port=mail_port)
    controller.start()
    with _database(database) as url:
        env = {
            **{k: v for k, v in os.environ.items() if not k.startswith(("VAERN_", "DATABASE_"))},
            "DJANGO_SETTINGS_MODULE": "vaern.config.settings",
            "PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}",
            "VAERN_MODE": "test",
            "VAERN_DATA": str(data),
            "VAERN_BASE_URL": f"http://127.0.0.1:{port}",
            "VAERN_SMTP_URL": f"smtp://127.0.0.1:{mail_port}",
            **({"DATABASE_URL": url} if url else {}),
            **settings,
        }
        made = House(data, port, env, post, data / "serve.log")
        try:
            done = made.vaern("init")
            if done.returncode:
                raise RuntimeError(done.stderr)
            if seed:
                made.python(f"from tests.house import seed; seed({PASSWORD!r})")
            yield made
        finally:
            made.stop()
            controller.stop()
            shutil.rmtree(data, ignore_errors=True)


@contextmanager
def _database(server: str) -> Iterator[str]:
    """The address of a fresh PostgreSQL database, dropped afterwards; empty for SQLite."""
    if server == "sqlite":
        yield ""
        return
    parts, name = urlsplit(server), f"test_house_{secrets.token_hex(6)}"
    base, more = f"postgresql://{parts.netloc}", f"?{parts.query}" if parts.query else ""
    with psycopg.connect(f"{base}/postgres{more}", autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}"')
        try:
            yield f"{base}/{name}{more}"
        finally:
            connection.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')


def seed(password: str) -> None:
    """Inside an installation: the cast, who can all sign in with ``password``."""
    from conftest import make_cast
    from django_scopes import scopes_disabled

    from vaern.ground.people.models import User

    with scopes_disabled():
        make_cast()
        for user in User.objects.all():
            user.set_password(password)
            user.save()


def seed_employees(number: int, password: str) -> None:
    """Inside an installation: so many more employees of Borgerservice, ``ansat0@…`` and on."""
    from django.contrib.auth.hashers import make_password
    from django_scopes import scope, scopes_disabled

    from vaern.ground.people import actions
    from vaern.ground.people.models import RoleCode, Unit, User, Workplace

    sealed = make_password(password)
    with scopes_disabled():
        havneby = next(one for one in Workplace.objects.all() if one.name == "Havneby Kommune")
    with scope(workplace=havneby):
        unit = Unit.objects.exclude(parent=None).first()
        assert unit is not None
        for one in range(number):
            person = actions.add_person(
                workplace=havneby, name=f"Ansat {one}", email=f"ansat{one}@havneby.example", by=None
            )
            actions.give_role(person=person, unit=unit, code=RoleCode.EMPLOYEE, by=None)
        for user in User.objects.filter(person__workplace=havneby):
            user.password = sealed
            user.save(update_fields=["password"])
