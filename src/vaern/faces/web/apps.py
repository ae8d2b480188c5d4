"""The Django app that holds what every page is built of."""

from django.apps import AppConfig


class WebConfig(AppConfig):
    """Templates, components, styles and scripts; no models and no pages of a domain."""

    name = "vaern.faces.web"
    label = "web"
    verbose_name = "Værn: sider"
