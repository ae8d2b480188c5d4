"""How much the readers take in before they stop: settings, handed in by the caller."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds on one file and on what is unfolded from it.

    Sizes are bytes of the file as it came, pixels are width times height, and text
    is counted in characters. Reaching a limit never loses the original.
    """

    max_bytes: int = 25 * 1024 * 1024
    max_pixels: int = 50_000_000  # a 48 megapixel telephone picture fits
    max_view_pixels: int = 16_000_000  # larger pictures are shown scaled down
    max_nesting: int = 10  # mails inside mails
    max_layers: int = 40  # MIME containers inside each other, mails included
    max_parts: int = 200  # in one file, nested mails included
    max_header_bytes: int = 256 * 1024  # the head of one part
    max_text_chars: int = 200_000  # of one mail's text, and of its HTML
