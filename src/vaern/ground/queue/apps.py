from django.apps import AppConfig


class QueueConfig(AppConfig):
    name = "vaern.ground.queue"
    label = "queue"
