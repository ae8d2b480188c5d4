"""Running the web server and the worker together, and stopping both together."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from types import FrameType

from vaern.faces.cli.installation import Say
from vaern.faces.cli.ports import Held, answers
from vaern.faces.cli.tether import tied_to_us
from vaern.ground.queue.lines import MAIL, WORK

PATIENCE = 10.0
"""Seconds a stopping process gets before it is killed."""


@dataclass
class Service:
    """A process that must be running as long as we are."""

    name: str
    command: list[str]
    env: dict[str, str] = field(default_factory=dict)
    process: subprocess.Popen[bytes] | None = None
    started: list[float] = field(default_factory=list)

    def start(self) -> None:
        """Start it; after a fall, first end the children it left behind: they hold the port."""
        self.end_group()
        self.process = subprocess.Popen(
            self.command,
            env=os.environ | self.env,
            start_new_session=True,
            preexec_fn=tied_to_us(),  # noqa: PLW1509 - we have one thread
        )
        self.started.append(time.monotonic())

    def end_group(self) -> None:
        """End what is left of the process and its children."""
        if self.process is not None:
            with suppress(ProcessLookupError, PermissionError):
                os.killpg(self.process.pid, signal.SIGKILL)

    def keeps_falling(self) -> bool:
        """Five starts within a minute: something is wrong that a restart does not mend."""
        return len([at for at in self.started if at > time.monotonic() - 60]) >= 5

    def signal(self, number: int) -> None:
        """To the first process only, which stops its own children.

        The queue's first process waits for ever for a child that a signal to the whole group
        has ended already.
        """
        if self.process is not None:
            self.process.send_signal(number)

    def wait(self, seconds: float) -> bool:
        if self.process is None:
            return True
        with suppress(subprocess.TimeoutExpired):
            self.process.wait(seconds)
            return True
        return False


def web(host: str, port: int, workers: int) -> Service:
    command = [sys.executable, "-m", "granian", "--interface", "wsgi", "--host", host]
    command += ["--port", str(port), "--workers", str(workers), "--blocking-threads", "4"]
    command += ["--log-level", "warning", "--no-access-log", "--backpressure", "64"]
    return Service("web", [*command, "vaern.config.wsgi:application"])


def workers() -> list[Service]:
    """The worker for all jobs but e-mail, and one for e-mail: a slow mail server holds nothing up."""
    command = [sys.executable, "-m", "django", "qcluster"]
    lines = {"worker": WORK, "mail": MAIL}
    return [Service(name, command, {"Q_CLUSTER_NAME": line}) for name, line in lines.items()]


def run(services: list[Service], held: Held, ready: Callable[[], None], say: Say) -> int:
    """Start all, restart what falls, and stop all when asked to. The exit status.

    ``ready`` is called once, when the web server answers at the address.
    """
    answering = False
    with _asked_to_stop() as asked:
        try:
            held.make_way()
            for service in services:
                service.start()
            while not asked:
                time.sleep(0.2)
                if not answering and (answering := answers(held.at)):
                    ready()
                if not _keep_up(services, say):
                    return 1
            return 0
        finally:
            stop(services)


def _keep_up(services: list[Service], say: Say) -> bool:
    for service in services:
        if service.process is not None and service.process.poll() is not None:
            if service.keeps_falling():
                say(f"The {service.name} process stops again and again. See the lines above.")
                return False
            say(f"The {service.name} process stopped; starting it again.")
            service.start()
    return True


def stop(services: list[Service]) -> None:
    """Ask every process to stop, and end what is left of each group after a while."""
    for service in services:
        service.signal(signal.SIGTERM)
    until = time.monotonic() + PATIENCE
    for service in services:
        service.wait(max(0.1, until - time.monotonic()))
        service.end_group()


@contextmanager
def _asked_to_stop() -> Iterator[list[int]]:
    """Fills with a signal at Ctrl-C, SIGTERM, or when the terminal is closed (but not `nohup`)."""
    asked: list[int] = []

    def note(number: int, _: FrameType | None) -> None:
        asked.append(number)

    ends = [signal.SIGINT, signal.SIGTERM]
    if signal.getsignal(signal.SIGHUP) is not signal.SIG_IGN:
        ends.append(signal.SIGHUP)
    before = {number: signal.signal(number, note) for number in ends}
    try:
        yield asked
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
