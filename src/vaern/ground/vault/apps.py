from django.apps import AppConfig


class VaultConfig(AppConfig):
    name = "vaern.ground.vault"
    label = "vault"
