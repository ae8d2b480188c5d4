from django.apps import AppConfig


class ReportsConfig(AppConfig):
    name = "vaern.handle.reports"
    label = "reports"
