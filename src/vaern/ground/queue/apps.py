from django.apps import AppConfig


class QueueConfig(AppConfig):
    name = "vaern.ground.queue"
    label = "queue"

    def ready(self) -> None:
        from django_q.signals import post_execute_in_worker

        from vaern.ground.queue.cleaning import clean

        post_execute_in_worker.connect(clean, dispatch_uid="vaern.queue.clean")
