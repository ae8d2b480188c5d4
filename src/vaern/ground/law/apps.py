from django.apps import AppConfig


class LawConfig(AppConfig):
    name = "vaern.ground.law"
    label = "law"
