from django.apps import AppConfig


class CliConfig(AppConfig):
    name = "vaern.faces.cli"
    label = "cli"
