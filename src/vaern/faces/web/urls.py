from django.urls import path

from vaern.faces.web import views

urlpatterns = [
    path("", views.home, name="home"),
    path("demo/ind/", views.step_in, name="step_in"),
    path("sundhed/", views.alive, name="alive"),
]
