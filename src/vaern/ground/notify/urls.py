from django.urls import path

from vaern.ground.notify import views

app_name = "notify"
urlpatterns = [
    path("", views.inbox, name="inbox"),
    path("ikke-leveret/", views.undelivered, name="undelivered"),
    path("ikke-leveret/<uuid:pk>/", views.again, name="again"),
    path("<uuid:pk>/", views.follow, name="follow"),
]
