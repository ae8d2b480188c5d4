from django.apps import AppConfig


class NotifyConfig(AppConfig):
    name = "vaern.ground.notify"
    label = "notify"
