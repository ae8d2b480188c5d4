"""Which browser on which kind of device: enough to know one's own, too little to trace anybody."""

# The first that fits decides: most browsers also carry the names of their elders.
BROWSERS = (
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("SamsungBrowser", "Samsung Internet"),
    ("Firefox", "Firefox"),
    ("FxiOS", "Firefox"),
    ("CriOS", "Chrome"),
    ("Chrome", "Chrome"),
    ("Safari", "Safari"),
)
DEVICES = (
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "Android"),
    ("Windows", "Windows"),
    ("Macintosh", "Mac"),
    ("CrOS", "Chromebook"),
    ("Linux", "Linux"),
)


def describe(user_agent: str) -> str:
    """``Firefox, Windows`` from the long text a browser sends; "" when it says nothing known."""
    found = [
        next((name for mark, name in known if mark in user_agent), "")
        for known in (BROWSERS, DEVICES)
    ]
    return ", ".join(name for name in found if name)
