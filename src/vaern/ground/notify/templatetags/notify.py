"""What pages below this folder say about e-mails."""

from django import template

from vaern.ground.notify import access
from vaern.ground.people.models import Person

register = template.Library()


@register.simple_tag
def undelivered_to(person: Person) -> int:
    """How many e-mails to the person did not come through."""
    return access.undelivered(person).filter(person=person).count()
