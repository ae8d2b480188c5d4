from django.apps import AppConfig


class PeopleConfig(AppConfig):
    name = "vaern.ground.people"
    label = "people"
