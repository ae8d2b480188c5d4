"""What the person has: pasted text, a picture, files."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.datastructures import MultiValueDict
from django.utils.text import format_lazy
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from vaern.handle.evidence.filenames import safe_name
from vaern.handle.evidence.uploads import ROOM, TooLarge
from vaern.handle.reports.attaching import File
from vaern.handle.reports.forms.screen import ScreenForm


class SeveralFiles(forms.FileInput):
    """A file control that takes several files at once."""

    allow_multiple_selected = True


class PastedText(forms.CharField):
    """Text from anywhere: the NUL some programs leave in it is no reason to refuse the rest."""

    def to_python(self, value: Any) -> str:
        return str(super().to_python(value)).replace("\x00", "")


class EvidenceForm(ScreenForm):
    pasted = PastedText(
        label=_("Sæt teksten ind her"),
        help_text=_("Kopiér beskeden, kommentaren eller linket."),
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=200_000,
        required=False,
    )
    photo = forms.FileField(
        label=_("Tag et billede"),
        required=False,
        allow_empty_file=True,
        widget=forms.FileInput(attrs={"accept": "image/*", "capture": "environment"}),
    )
    evidence = forms.FileField(
        label=_("Vælg filer"),
        help_text=format_lazy("{} {}", _("Skærmbilleder, mails, lyd eller andet."), ROOM),
        required=False,
        allow_empty_file=True,
        widget=SeveralFiles(attrs={"multiple": True}),
    )

    def from_draft(self, report: Any) -> dict[str, Any]:
        return {}


class MoreForm(forms.Form):
    """More about a report that was sent: words, files or both."""

    text = forms.CharField(
        label=_("Fortæl mere"),
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=10_000,
        required=False,
        help_text=_("Kun de, der hjælper dig, ser det."),
    )
    evidence = forms.FileField(
        label=_("Tilføj filer"),
        help_text=ROOM,
        required=False,
        allow_empty_file=True,
        widget=SeveralFiles(attrs={"multiple": True}),
    )
    once = forms.UUIDField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, for_other: bool = False, **more: Any) -> None:
        super().__init__(*args, **more)
        if for_other:
            words = _("Kun de, der tager sig af det, ser det.")
            self.fields["text"].help_text = words


class MailForm(forms.Form):
    """Mails saved as files, several at once."""

    evidence = forms.FileField(
        label=_("Mails som filer"),
        help_text=format_lazy(
            "{} {}", _("Gem mailen som .eml fra dit mailprogram. Du kan vælge flere."), ROOM
        ),
        allow_empty_file=True,
        widget=SeveralFiles(attrs={"multiple": True, "accept": ".eml,message/rfc822"}),
    )


def uploaded(files: "MultiValueDict[str, UploadedFile[bytes]]", pasted: str = "") -> list[File]:
    """All that came with a request, pasted text as a file of its own."""
    came: Sequence[UploadedFile[bytes]] = [one for name in files for one in files.getlist(name)]
    kept = [_file(one) for one in came]
    if pasted.strip():
        kept.insert(0, File(gettext("indsat-tekst.txt"), pasted.encode()))
    return kept


def _file(one: "UploadedFile[bytes]") -> File:
    name = safe_name(one.name or "", otherwise=gettext("fil uden navn"))
    return File(name, None, one.code) if isinstance(one, TooLarge) else File(name, one.read())
