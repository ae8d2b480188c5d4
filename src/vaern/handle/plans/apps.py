from django.apps import AppConfig


class PlansConfig(AppConfig):
    name = "vaern.handle.plans"
    label = "plans"
