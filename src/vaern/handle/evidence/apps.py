from django.apps import AppConfig


class EvidenceConfig(AppConfig):
    name = "vaern.handle.evidence"
    label = "evidence"
