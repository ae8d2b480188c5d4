from django.urls import path

from vaern.handle.evidence import views

app_name = "evidence"
urlpatterns = [path("billede/<str:token>/", views.picture, name="picture")]
