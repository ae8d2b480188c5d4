"""Addresses of the received post. The pages stand here because they show reports of messages."""

from django.urls import path

from vaern.handle.reports.views import intake

app_name = "inbox"
urlpatterns = [
    path("", intake.post, name="list"),
    path("filer/", intake.upload, name="upload"),
    path("<uuid:pk>/se/", intake.see, name="see"),
    path("<uuid:pk>/sag/", intake.open_case, name="open_case"),
    path("<uuid:pk>/lad-ligge/", intake.leave, name="leave"),
]
