from allauth.usersessions.apps import UserSessionsConfig
from django.apps import AppConfig


class PeopleConfig(AppConfig):
    name = "vaern.ground.people"
    label = "people"
    default = True

    def ready(self) -> None:
        from vaern.ground.people import doorbook

        doorbook.connect()


class PlacesConfig(UserSessionsConfig):  # type: ignore[misc]
    """allauth's table of places, written by us: see :mod:`vaern.ground.people.places`."""

    def ready(self) -> None:
        """allauth's own listeners would store the sessions' keys: they are not connected."""
