from django.apps import AppConfig


class PeopleConfig(AppConfig):
    name = "vaern.ground.people"
    label = "people"

    def ready(self) -> None:
        from vaern.ground.people import doorbook

        doorbook.connect()
