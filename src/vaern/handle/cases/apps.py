from django.apps import AppConfig


class CasesConfig(AppConfig):
    name = "vaern.handle.cases"
    label = "cases"
