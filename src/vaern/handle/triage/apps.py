from django.apps import AppConfig


class TriageConfig(AppConfig):
    name = "vaern.handle.triage"
    label = "triage"
