"""What follows from a new e-mail address."""

from django.utils import timezone

from vaern.ground.people import places
from vaern.ground.people.models import FormerAddress, Person, User
from vaern.ground.queue.actions import enqueue
from vaern.ground.queue.lines import MAIL


def move_sign_in(person: Person) -> None:
    """The sign-in goes by the person's address as it is now; without one there is none."""
    if person.user is None:
        person.user = User.objects.create_user(person.email) if person.email else None
        return
    places.end_all(person.user)
    if person.email:
        person.user.email = person.email
        person.user.save(update_fields=["email"])
    else:
        leaving, person.user = person.user, None
        person.save(update_fields=["user"])
        leaving.delete()


def tell_former(person: Person, email: str) -> None:
    """Whoever reads the old address must hear of it: the change may be somebody else's doing."""
    if email and email != person.email:
        former = FormerAddress(workplace=person.workplace, person=person, email=email)
        former.at = timezone.now()
        former.save(force_insert=True)
        enqueue("vaern.ground.people.jobs.tell_former", str(former.pk), line=MAIL)
