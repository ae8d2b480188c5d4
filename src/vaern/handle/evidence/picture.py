"""A picture from outside, drawn anew: only the visible points are kept."""

import math
from io import BytesIO

from PIL import Image, ImageOps, UnidentifiedImageError

from .limits import Limits
from .messages import Unreadable

# Formats a phone or a screenshot makes. TIFF, JPEG 2000, EPS and the like stay closed: their
# readers are large and seldom needed.
_READ = ("JPEG", "PNG", "GIF", "WEBP", "BMP")
_QUALITY = 88
_HEIC_BRANDS = {b"heic", b"heix", b"hevc", b"heim", b"heis", b"mif1", b"msf1"}
_SEE_THROUGH = {"RGBA", "LA", "PA", "La", "RGBa"}


def safe_image(data: bytes, limits: Limits) -> tuple[bytes, str]:
    """Return the picture re-encoded without metadata, upright, first frame only, and its type.

    JPEG stays JPEG, everything else becomes PNG. Raises `Unreadable` (empty, too_large,
    image_heic, image_unsupported, image_too_large, image_broken).
    """
    _check(data, limits)
    try:
        return _redrawn(data, limits)
    except (Unreadable, MemoryError):
        raise
    except Image.DecompressionBombError as error:
        raise Unreadable("image_too_large") from error
    except UnidentifiedImageError as error:
        raise Unreadable("image_unsupported") from error
    except Exception as error:  # the decoders raise anything on damaged files
        raise Unreadable("image_broken") from error


def _check(data: bytes, limits: Limits) -> None:
    if not data:
        raise Unreadable("empty")
    if len(data) > limits.max_bytes:
        raise Unreadable("too_large")
    if data[4:8] == b"ftyp" and data[8:12] in _HEIC_BRANDS:
        raise Unreadable("image_heic")


def _redrawn(data: bytes, limits: Limits) -> tuple[bytes, str]:
    with Image.open(BytesIO(data), formats=_READ) as opened:
        if opened.width * opened.height > limits.max_pixels:
            raise Unreadable("image_too_large")
        photo = opened.format in {"JPEG", "MPO"}
        size = _fitting(opened.size, limits.max_view_pixels)
        if photo:
            opened.draft(None, size)  # decodes a large JPEG at a half or a quarter straight away
        opened.seek(0)
        points = _flat(ImageOps.exif_transpose(opened))
    if points.width * points.height > limits.max_view_pixels:
        points = points.resize(_fitting(points.size, limits.max_view_pixels))
    points.info.clear()  # the writers copy colour profiles, comments and more from here
    out = BytesIO()
    if photo:
        points.save(out, "JPEG", quality=_QUALITY)
        return out.getvalue(), "image/jpeg"
    points.save(out, "PNG")
    return out.getvalue(), "image/png"


def _flat(image: Image.Image) -> Image.Image:
    """Eight bits a colour, with see-through points only where there were any."""
    if image.mode.startswith("I"):
        image = image.convert("I").point(lambda value: value / 256).convert("L")
    see_through = image.mode in _SEE_THROUGH or "transparency" in image.info
    return image.convert("RGBA" if see_through and image.format != "JPEG" else "RGB")


def _fitting(size: tuple[int, int], pixels: int) -> tuple[int, int]:
    """The size scaled down to at most `pixels`; a long screenshot stays long."""
    width, height = size
    scale = min(1.0, math.sqrt(pixels / max(width * height, 1)))
    return max(int(width * scale), 1), max(int(height * scale), 1)
