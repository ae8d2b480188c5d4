"""The entry of the command ``vaern``: hands the environment down to the commands."""

from vaern.config import environment
from vaern.faces.cli.main import cli


def run() -> None:
    """Run the command line with this process's arguments."""
    cli(obj=environment.data_folder, prog_name="vaern")


if __name__ == "__main__":
    run()
