"""A picture is shown as points only: nothing of where, when and with what it was taken."""

import io
import struct
import zlib
from concurrent.futures import ThreadPoolExecutor
from time import sleep

import pytest
from PIL import Image

from vaern.handle.evidence.budget import Budget
from vaern.handle.evidence.limits import Limits
from vaern.handle.evidence.messages import Unreadable
from vaern.handle.evidence.picture import trouble
from vaern.handle.evidence.safe import safe_image

from .mails import LIMITS


def saved(image: Image.Image, kind: str, **extra: object) -> bytes:
    out = io.BytesIO()
    image.save(out, kind, **extra)
    return out.getvalue()


def opened(data: bytes) -> Image.Image:
    return Image.open(io.BytesIO(data))


def checked(data: bytes, limits: Limits) -> str:
    return trouble(data, limits, Budget.of(limits))


def half_and_half() -> Image.Image:
    image = Image.new("RGB", (40, 20), "white")
    image.paste((255, 0, 0), (0, 0, 20, 20))
    return image


def test_metadata_is_gone():
    exif = Image.Exif()
    exif[0x010F] = "KANARIE-kamera"
    data = saved(
        half_and_half(), "JPEG", exif=exif, comment=b"KANARIE", icc_profile=b"KANARIE" * 20
    )
    assert data.count(b"KANARIE") >= 3
    made, mime = safe_image(data, LIMITS)
    assert mime == "image/jpeg"
    assert b"KANARIE" not in made
    assert not opened(made).getexif()


def test_a_picture_taken_sideways_stands_upright():
    exif = Image.Exif()
    exif[0x0112] = 6
    made, _ = safe_image(saved(half_and_half(), "JPEG", exif=exif), LIMITS)
    assert opened(made).size == (20, 40)
    assert opened(made).convert("RGB").getpixel((10, 5))[0] > 200  # type: ignore[index]


@pytest.mark.parametrize("kind", ["PNG", "GIF", "WEBP", "BMP"])
def test_other_kinds_become_png(kind):
    made, mime = safe_image(saved(half_and_half(), kind), LIMITS)
    assert (mime, opened(made).format, opened(made).size) == ("image/png", "PNG", (40, 20))


def test_only_the_first_picture_of_a_film_is_kept():
    red, blue = Image.new("RGB", (9, 9), "red"), Image.new("RGB", (9, 9), "blue")
    made, _ = safe_image(saved(red, "GIF", save_all=True, append_images=[blue]), LIMITS)
    assert not getattr(opened(made), "is_animated", False)
    assert opened(made).convert("RGB").getpixel((4, 4)) == (255, 0, 0)


def test_see_through_points_stay_so():
    made, _ = safe_image(saved(Image.new("RGBA", (4, 4), (1, 2, 3, 0)), "PNG"), LIMITS)
    assert opened(made).mode == "RGBA"


def test_sixteen_bit_grey_is_not_burnt_out():
    made, _ = safe_image(saved(Image.new("I;16", (4, 4), 32_768), "PNG"), LIMITS)
    assert opened(made).getpixel((1, 1)) == (128, 128, 128)


def test_a_bomb_is_refused_before_it_is_unpacked():
    size = struct.pack(">IIBBBBB", 60_000, 60_000, 8, 2, 0, 0, 0)
    chunk = struct.pack(">I", 13) + b"IHDR" + size + struct.pack(">I", zlib.crc32(b"IHDR" + size))
    with pytest.raises(Unreadable, match="image_too_large"):
        safe_image(b"\x89PNG\r\n\x1a\n" + chunk + b"\x00\x00\x00\x00IDAT", LIMITS)


def test_the_limit_of_points_is_the_callers():
    with pytest.raises(Unreadable, match="image_too_large"):
        safe_image(saved(half_and_half(), "PNG"), Limits(max_pixels=799))


def test_a_long_screenshot_is_scaled_but_stays_long():
    long = saved(Image.new("RGB", (100, 2000), "white"), "PNG")
    width, height = opened(safe_image(long, Limits(max_view_pixels=50_000))[0]).size
    assert width * height <= 50_000
    assert 18 < height / width < 22


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty"),
        (b"ikke et billede", "image_unsupported"),
        (b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic", "image_heic"),
        (saved(half_and_half(), "TIFF"), "image_unsupported"),
        (saved(half_and_half(), "PNG")[:60], "image_broken"),
    ],
)
def test_what_cannot_be_shown_says_why(data, code):
    with pytest.raises(Unreadable, match=code):
        safe_image(data, LIMITS)
    assert checked(data, LIMITS) == code


def test_a_whole_picture_is_no_trouble():
    assert {checked(saved(half_and_half(), kind), LIMITS) for kind in ("JPEG", "PNG")} == {""}


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "GIF", "WEBP", "BMP"])
def test_a_picture_cut_short_is_told_of_when_it_comes(kind):
    whole = saved(Image.effect_noise((200, 200), 90).convert("RGB"), kind)
    assert checked(whole[: len(whole) // 2], LIMITS) == "image_broken"
    assert checked(whole[:30], LIMITS) == "image_broken"


def test_a_photo_may_be_larger_than_what_is_unpacked_whole():
    photo, limits = Image.new("RGB", (400, 300)), Limits(max_pixels=120_000)
    assert opened(safe_image(saved(photo, "JPEG"), limits)[0]).size == (200, 150)
    assert checked(saved(photo, "JPEG"), limits) == ""
    for kind, more in (("PNG", {}), ("JPEG", {"progressive": True})):
        assert checked(saved(photo, kind, **more), limits) == "image_too_large"


def test_a_photo_in_thousands_of_scans_is_not_unpacked():
    scans = saved(half_and_half(), "JPEG") + b"\xff\xda\x00\x08" * 600
    assert checked(scans, LIMITS) == "image_broken"


def test_one_picture_is_unpacked_at_a_time(monkeypatch):
    at_once, most = [0], [0]

    def slow(picture, pixels):
        at_once[0] += 1
        most[0] = max(most[0], at_once[0])
        sleep(0.02)
        at_once[0] -= 1

    monkeypatch.setattr("vaern.handle.evidence.picture._unpack", slow)
    data = saved(half_and_half(), "PNG")
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda _: safe_image(data, LIMITS), range(8)))
    assert most == [1]
