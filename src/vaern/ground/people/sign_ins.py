"""The sign-in behind a person: moved with the address, opened, closed, ended."""

from vaern.ground.people import places
from vaern.ground.people.administrators import keep_another_than
from vaern.ground.people.models import Person, User


def end_sessions(*, user: User) -> None:
    """Sign the user out everywhere."""
    places.end_all(user)


def move_sign_in(person: Person) -> None:
    """Have the sign-in follow the person's address. Raises LastAdministrator where it would go."""
    if person.user is None:
        person.user = User.objects.create_user(person.email) if person.email else None
        return
    if not person.email:
        keep_another_than(person)
    end_sessions(user=person.user)
    if person.email:
        person.user.email = person.email
        person.user.save(update_fields=["email"])
    else:
        leaving, person.user = person.user, None
        person.save(update_fields=["user"])
        leaving.delete()


def set_sign_in(person: Person, *, active: bool) -> None:
    """Open or close the sign-in; closed, it is out everywhere at once."""
    if person.user is None:
        return
    person.user.is_active = active
    person.user.save(update_fields=["is_active"])
    if not active:
        end_sessions(user=person.user)
