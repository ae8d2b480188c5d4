"""Every Django form comes out in the markup of the design system."""

from django import forms
from django.utils import translation

from vaern.faces.web.forms_renderer import FormRenderer
from vaern.faces.web.tests.style_guide import GuideForm


def drawn(form: type[forms.Form], data: dict[str, str] | None = None) -> str:
    with translation.override("da"):
        return str(form(data, renderer=FormRenderer()))


def test_text_select_and_file_get_their_classes() -> None:
    html = drawn(GuideForm)
    assert 'type="email" name="sender" class="form-input"' in html
    assert '<select name="unit" class="form-select"' in html
    assert 'class="file-input"' in html
    assert "data-file-drop" in html


def test_choices_are_cards_with_their_example() -> None:
    html = drawn(GuideForm)
    assert '<label class="choice-label" for="id_kind_0">' in html
    assert '<span class="choice-example">Fx “Jeg ved, hvor du bor.”</span>' in html


def test_a_group_is_a_fieldset_with_its_question_as_legend() -> None:
    assert '<legend class="form-label">Hvad skete der?' in drawn(GuideForm)


def test_an_error_is_told_in_the_summary_and_tied_to_its_field() -> None:
    html = drawn(GuideForm, {"sender": "ikke en adresse"})
    assert '<a href="#id_sender">' in html
    assert '<a href="#id_kind_0">' in html
    assert 'aria-describedby="id_sender_error"' in html
    assert 'id="id_sender_error"' in html


def test_a_group_of_checkboxes_points_to_its_help_and_its_error() -> None:
    html = drawn(GuideForm, {})
    assert 'aria-describedby="id_channels_helptext id_channels_error"' in html


def test_only_the_optional_say_that_they_may_be_skipped() -> None:
    html = drawn(GuideForm)
    assert html.count("kan springes over") == 2


class OwnClasses(forms.Form):
    amount = forms.IntegerField(widget=forms.NumberInput(attrs={"class": "input-width-xs"}))


def test_a_form_keeps_its_own_classes() -> None:
    assert 'class="form-input input-width-xs"' in drawn(OwnClasses)


class Hostile(forms.Form):
    kind = forms.ChoiceField(choices=[("x", "<b>fed</b>")], widget=forms.RadioSelect)


def test_words_in_a_card_are_escaped() -> None:
    assert "&lt;b&gt;fed&lt;/b&gt;" in drawn(Hostile)
