from django.apps import AppConfig


class InboxConfig(AppConfig):
    name = "vaern.handle.inbox"
    label = "inbox"
