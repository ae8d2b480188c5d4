from django.urls import path

from vaern.ground.law import views

app_name = "law"
urlpatterns = [path("", views.rules, name="rules")]
