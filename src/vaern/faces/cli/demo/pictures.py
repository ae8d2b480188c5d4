"""Screenshots for the demo's evidence, drawn when they are needed: real PNG files, invented text."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from io import BytesIO

from django.contrib.staticfiles import finders
from PIL import Image, ImageDraw, ImageFont

WIDTH, MARGIN, LINE = 390, 16, 24
INK, GREY, PAPER, BAR, BUBBLE = "#1a1a1a", "#5c6670", "#ffffff", "#eef1f4", "#e4e6eb"


@dataclass(frozen=True)
class Screenshot:
    """What stands on the phone: the app's name, whose words they are, and the words."""

    app: str
    who: str
    lines: Sequence[str]

    def png(self) -> bytes:
        """The picture as a PNG file, as high as its text."""
        blocks = [_wrapped(line) for line in self.lines]
        height = 110 + sum(len(block) * LINE + 36 for block in blocks) + MARGIN
        image = Image.new("RGB", (WIDTH, height), PAPER)
        pen = ImageDraw.Draw(image)
        self._bar(pen)
        top = 96
        for block in blocks:
            top = _bubble(pen, block, top)
        file = BytesIO()
        image.save(file, "PNG")
        return file.getvalue()

    def _bar(self, pen: ImageDraw.ImageDraw) -> None:
        pen.rectangle((0, 0, WIDTH, 76), fill=BAR)
        pen.text((MARGIN, 12), self.app, GREY, _font(14))
        pen.text((MARGIN, 36), self.who, INK, _font(20))


def _bubble(pen: ImageDraw.ImageDraw, block: list[str], top: int) -> int:
    """Draw one message; where the next one starts."""
    bottom = top + len(block) * LINE + 20
    pen.rounded_rectangle((MARGIN, top, WIDTH - 2 * MARGIN, bottom), 14, fill=BUBBLE)
    for number, line in enumerate(block):
        pen.text((MARGIN + 12, top + 10 + number * LINE), line, INK, _font(16))
    return bottom + 16


def _wrapped(text: str) -> list[str]:
    """The text in lines that fit the bubble."""
    lines, room = [""], WIDTH - 3 * MARGIN - 24
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if _font(16).getlength(longer) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


@cache
def _font(size: int) -> ImageFont.FreeTypeFont | ImageFont.ImageFont:
    """The page's own font, which has the Danish letters; Pillow's where it cannot be read."""
    path = finders.find("web/fonts/IBMPlexSans-Regular-Latin1.woff2")
    try:
        return ImageFont.truetype(str(path), size)
    except OSError:
        return ImageFont.load_default(size)
