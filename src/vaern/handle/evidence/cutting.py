"""Long texts: both ends are kept, since a threat may stand under a wall of filling."""

GAP = "[…]"
"""What stands where the middle was left out."""


def ends(text: str, most: int) -> tuple[str, ...]:
    """``text`` alone when it fits in ``most`` characters, else its beginning and its end."""
    if len(text) <= most:
        return (text,)
    return text[: most // 2], text[len(text) - most // 2 :]


def cut(text: str, most: int) -> tuple[str, bool]:
    """``text`` with its middle left out beyond ``most`` characters, and whether it was."""
    pieces = ends(text, most)
    return f"\n\n{GAP}\n\n".join(pieces), len(pieces) > 1
