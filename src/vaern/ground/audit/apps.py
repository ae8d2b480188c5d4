from django.apps import AppConfig


class AuditConfig(AppConfig):
    name = "vaern.ground.audit"
    label = "audit"
