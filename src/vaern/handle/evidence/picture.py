"""A picture from outside, drawn anew: only the visible points are kept.

Unpacking is where a small file can take much memory. So its size is decided before, a photo is
unpacked at a half or a quarter straight away, and a process unpacks one picture at a time.
"""

import math
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from io import BytesIO
from threading import Lock

from PIL import Image, ImageOps, UnidentifiedImageError

from .budget import Budget
from .limits import Limits
from .messages import Unreadable

# Formats a phone or a screenshot makes. TIFF, JPEG 2000, EPS and the like stay closed: their
# readers are large and seldom needed.
_READ = ("JPEG", "PNG", "GIF", "WEBP", "BMP")
_PHOTO = {"JPEG", "MPO"}
_QUALITY = 88
_SQUEEZED = 3  # of 9: a third of the time of 6 for a file hardly larger
_HEIC_BRANDS = {b"heic", b"heix", b"hevc", b"heim", b"heis", b"mif1", b"msf1"}
_SEE_THROUGH = {"RGBA", "LA", "PA", "La", "RGBa"}
_SCAN, _MOST_SCANS = b"\xff\xda", 100  # ten are usual; one in ten thousand takes minutes to unpack
_HALVES = (1, 2, 4, 8)  # what a JPEG can be unpacked at
_one_at_a_time = Lock()


@dataclass(frozen=True, slots=True)
class Redrawn:
    """A picture of ours. ``moves``: the original has more frames than the one that is shown."""

    data: bytes = field(repr=False)
    mime: str
    moves: bool


def redrawn(data: bytes, limits: Limits) -> Redrawn:
    """Draw the picture anew without metadata, upright, first frame only.

    JPEG stays JPEG, everything else becomes PNG. Raises `Unreadable` (empty, too_large,
    image_heic, image_unsupported, image_too_large, image_broken).
    """
    with _opened(data, limits) as picture:
        photo, moves = picture.format in _PHOTO, _moves(picture)
        _unpack(picture, limits.max_whole_pixels)
        points = _points(picture, limits.max_view_pixels)
        points.info.clear()  # the writers copy colour profiles, comments and more from here
        return Redrawn(*_written(points, photo=photo), moves)


def safe_image(data: bytes, limits: Limits) -> tuple[bytes, str]:
    """The picture drawn anew, and its type."""
    made = redrawn(data, limits)
    return made.data, made.mime


def trouble(data: bytes, limits: Limits, budget: Budget) -> str:
    """The code of why the picture cannot be shown, or not all of it; empty when all is well.

    Beyond the budget of the file it lies in only its head is looked at.
    """
    try:
        with _opened(data, limits) as picture:
            moves = _moves(picture)
            if budget.picture(picture.width * picture.height):
                _unpack(picture, 1)
    except Unreadable as why:
        return why.code
    return "image_moves" if moves else ""


def _moves(picture: Image.Image) -> bool:
    """A photo with a second picture beside it (MPO) does not move."""
    return picture.format not in _PHOTO and bool(getattr(picture, "is_animated", False))


@contextmanager
def _opened(data: bytes, limits: Limits) -> Iterator[Image.Image]:
    """The picture, not unpacked yet, while nobody else unpacks one. Raises `Unreadable`."""
    _check(data, limits)
    try:
        with _one_at_a_time, Image.open(BytesIO(data), formats=_READ) as picture:
            whole = picture.format not in _PHOTO or picture.info.get("progressive")
            most = limits.max_whole_pixels if whole else limits.max_pixels
            if picture.width * picture.height > most:
                raise Unreadable("image_too_large")
            yield picture
    except Unreadable:
        raise
    except (Image.DecompressionBombError, MemoryError) as error:
        raise Unreadable("image_too_large") from error
    except UnidentifiedImageError as error:
        raise Unreadable(_unknown(data)) from error
    except Exception as error:  # the decoders raise anything on damaged files
        raise Unreadable("image_broken") from error


def _check(data: bytes, limits: Limits) -> None:
    if not data:
        raise Unreadable("empty")
    if len(data) > limits.max_bytes:
        raise Unreadable("too_large")
    if data[4:8] == b"ftyp" and data[8:12] in _HEIC_BRANDS:
        raise Unreadable("image_heic")
    if data.startswith(b"\xff\xd8") and data.count(_SCAN) > _MOST_SCANS:
        raise Unreadable("image_broken")


def _unknown(data: bytes) -> str:
    """What begins as a picture we read and cannot be opened is damaged."""
    ours = (b"\xff\xd8\xff", b"\x89PNG\r\n", b"GIF8", b"BM")
    webp = data[:4] == b"RIFF" and data[8:12] == b"WEBP"
    return "image_broken" if webp or data.startswith(ours) else "image_unsupported"


def _unpack(picture: Image.Image, most: int) -> None:
    """Read the points into memory: of a photo at most about `most`, where it can be had."""
    width, height = picture.size
    half = next((n for n in _HALVES if width * height <= most * n * n), _HALVES[-1])
    picture.draft(None, (max(width // half, 1), max(height // half, 1)))
    picture.seek(0)
    picture.load()


def _points(picture: Image.Image, shown: int) -> Image.Image:
    """The points upright, at most `shown` of them."""
    points = _flat(picture)
    if points.width * points.height > shown:
        points = points.resize(_fitting(points.size, shown))
    ImageOps.exif_transpose(points, in_place=True)
    return points


def _flat(picture: Image.Image) -> Image.Image:
    """Eight bits a colour, with see-through points only where there were any; a copy if need be."""
    if picture.mode.startswith("I"):
        return picture.convert("I").point(lambda value: value / 256).convert("L").convert("RGB")
    see_through = picture.mode in _SEE_THROUGH or "transparency" in picture.info
    wanted = "RGBA" if see_through and picture.format not in _PHOTO else "RGB"
    return picture if picture.mode == wanted else picture.convert(wanted)


def _written(points: Image.Image, *, photo: bool) -> tuple[bytes, str]:
    out = BytesIO()
    if photo:
        points.save(out, "JPEG", quality=_QUALITY)
        return out.getvalue(), "image/jpeg"
    points.save(out, "PNG", compress_level=_SQUEEZED)
    return out.getvalue(), "image/png"


def _fitting(size: tuple[int, int], pixels: int) -> tuple[int, int]:
    """The size scaled down to at most `pixels`; a long screenshot stays long."""
    width, height = size
    scale = min(1.0, math.sqrt(pixels / max(width * height, 1)))
    return max(int(width * scale), 1), max(int(height * scale), 1)
