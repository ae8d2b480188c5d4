"""Safe derivatives to look at: a picture drawn anew, HTML without its teeth, text laid bare."""

from .hypertext import safe_html
from .picture import safe_image
from .visible import safe_text

__all__ = ["safe_html", "safe_image", "safe_text"]
