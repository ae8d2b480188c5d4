"""What is said about a file that was kept but cannot be (fully) read or shown."""

from collections.abc import Iterable

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from .messages import TEXTS


def remarks(codes: Iterable[str], *, but: str = "") -> list[str]:
    """What was odd, in words, each once; ``but`` is told already."""
    return [problem_words(code) for code in dict.fromkeys(codes) if code and code != but]


def problem_words(code: str) -> str:
    """One or two sentences in the reader's language; empty for no problem."""
    if not code:
        return ""
    if code in TEXTS:
        danish, english = TEXTS[code]
        return danish if (get_language() or "da").startswith("da") else english
    return _ours().get(code, _("Filen er gemt, men kunne ikke læses."))


def _ours() -> dict[str, str]:
    return {
        "locked": _("Filen er låst med en kode. Den er gemt, men kan ikke vises her."),
        "name_disagrees": _("Filen er noget andet, end navnet siger. Den er gemt, som den er."),
        "report_full": _(
            "Der er ikke plads til filen. Indberetningen har nået grænsen for, hvor meget den "
            "kan rumme. Resten er gemt."
        ),
        "too_many_files": _("Der er for mange filer. De første er gemt."),
        "together_too_large": _(
            "Filerne fylder for meget tilsammen. Der er ikke plads til den her. De første er gemt."
        ),
        "no_room": _(
            "Der er ikke plads til filen lige nu. Prøv igen om lidt, og sig det til den, der "
            "driver Værn."
        ),
        "not_kept": _("Filen kunne ikke gemmes. Prøv igen om lidt."),
        "left_unread": _("Filen er gemt, men ikke læst: der er for meget i den mail, den lå i."),
        "kept_raw": _("En del af mailen, gemt som den kom. Vi kunne ikke læse den helt."),
        "not_shown": _("Filen kan ikke vises her. Du kan hente den, hvis du har brug for det."),
        "tampered": _(
            "Filen er ikke den samme, som da den blev gemt, eller den mangler. Vi viser den ikke. "
            "Sig det til den, der driver Værn."
        ),
    }
