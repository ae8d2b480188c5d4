"""The entry of the command ``vaern``: hands the environment down to the commands."""

import os

from vaern.config import environment, keys
from vaern.faces.cli.installation import Place
from vaern.faces.cli.main import cli


def place() -> Place:
    """Where this installation lies, by the environment."""
    return Place(data=environment.data_folder(), key_files=keys.files())


def run() -> None:
    """Run the command line with this process's arguments. What it makes is this account's only."""
    os.umask(0o077)
    cli(obj=place, prog_name="vaern")


if __name__ == "__main__":
    run()
