"""Running the command ``vaern`` in this process, on the test's own database."""

from collections.abc import Callable

import pytest
from click.testing import CliRunner, Result

from vaern.config.command import place
from vaern.faces.cli.main import cli

Vaern = Callable[..., Result]


@pytest.fixture
def vaern() -> Vaern:
    """``vaern("case", "list")``: what the command did, results and messages apart."""

    def run(*words: str, stdin: str | bytes = "") -> Result:
        return CliRunner().invoke(cli, words, input=stdin, obj=place)

    return run
