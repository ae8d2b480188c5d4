"""Every kind of word we send, worded so that who reads over a shoulder learns nothing."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True, slots=True)
class Kind:
    """``title`` in the inbox, ``line`` as the only sentence of the e-mail."""

    title: Promise
    line: Promise


KINDS: dict[str, Kind] = {
    "report_received": Kind(
        _("Vi har modtaget det, du skrev"), _("Vi har modtaget det, du skrev. Du hører fra os.")
    ),
    "reported_for_you": Kind(
        _("En kollega har skrevet på dine vegne"),
        _("En kollega har skrevet på dine vegne. Log ind og se, hvad der sker nu."),
    ),
    "case_acute": Kind(
        _("Haster: du skal se på en sag nu"), _("Noget haster. Log ind nu og se, hvad du skal.")
    ),
    "case_more_urgent": Kind(
        _("En sag haster mere nu"), _("Noget haster mere nu. Log ind og se, hvad du skal.")
    ),
    "case_for_you": Kind(
        _("Du er lukket ind i en sag"), _("Der er noget, du skal se på. Log ind og se det.")
    ),
    "case_about_you": Kind(
        _("Der er startet hjælp til dig"), _("Log ind og se, hvem der gør hvad, og hvornår.")
    ),
    "task_for_you": Kind(_("Du har en ny opgave"), _("Du har en ny opgave. Log ind og se den.")),
    "task_due_soon": Kind(
        _("En frist nærmer sig"), _("En frist nærmer sig. Log ind og se, hvad du skal nå.")
    ),
    "task_overdue": Kind(
        _("En frist er overskredet"), _("En frist er overskredet. Log ind og se, hvad der mangler.")
    ),
    "task_overdue_deputy": Kind(
        _("Du er stedfortræder for en opgave, der venter"),
        _("En opgave venter på dig som stedfortræder. Log ind og se den."),
    ),
    "task_overdue_manager": Kind(
        _("En opgave under dig er ikke gjort til tiden"),
        _("En opgave er ikke gjort til tiden. Log ind og se den."),
    ),
    "step_without_owner": Kind(
        _("Et skridt i planen mangler en person"),
        _("Et skridt mangler en person. Log ind og vælg, hvem der gør det."),
    ),
    "role_missing": Kind(
        _("En rolle mangler en person"),
        _("En rolle mangler en person. Log ind, og giv den til nogen."),
    ),
    "word_for_you": Kind(_("Der er nyt til dig"), _("Der er nyt til dig. Log ind og læs det.")),
    "more_added": Kind(
        _("Der er kommet mere til i en sag"), _("Der er kommet mere til. Log ind og se det.")
    ),
    "case_closed": Kind(
        _("Din sag er afsluttet"), _("Der er nyt til dig. Log ind og læs, hvordan det endte.")
    ),
    "welcome_refused": Kind(
        _("En velkomst kom ikke frem: adressen findes ikke"),
        _("En e-mail kom ikke frem. Log ind og se, hvem det gælder."),
    ),
    "email_undelivered": Kind(
        _("E-mails til jeres medarbejdere kom ikke frem"),
        _("Nogle e-mails kom ikke frem. Log ind og se, hvem det gælder."),
    ),
    "report_stuck": Kind(
        _("En indberetning er blevet liggende. Sig det til dem, der driver Værn hos jer"),
        _("Noget er blevet liggende. Log ind og se, hvad du skal."),
    ),
    "message_left_alone": Kind(
        _("En besked venter på, at du ser på den"), _("Noget venter på dig. Log ind og se det.")
    ),
}
