"""The mails in the repository's ``samples`` folder, and a picture drawn on the spot."""

from io import BytesIO
from pathlib import Path

from PIL import Image

FOLDER = Path(__file__).resolve().parents[5] / "samples"


def sample(name: str) -> bytes:
    """A whole sample mail: ``sample("trussel")``."""
    return (FOLDER / f"{name}.eml").read_bytes()


def picture(kind: str = "PNG") -> bytes:
    """A small picture as a phone would send it."""
    out = BytesIO()
    Image.new("RGB", (12, 8), "teal").save(out, kind)
    return out.getvalue()
