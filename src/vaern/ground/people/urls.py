from allauth.account import views as allauth
from django.urls import include, path, re_path

from vaern.ground.people.views import me, roles, sign_in, staff, staff_import, workplace

people = [
    path("", me.me, name="me"),
    path("sprog/", me.language, name="language"),
    path("fravaer/", me.absence, name="absence"),
    path("fravaer/<uuid:pk>/slut/", me.end_absence, name="end_absence"),
    path("link/", sign_in.link_ask, name="link_ask"),
    path("link/sendt/", sign_in.link_sent, name="link_sent"),
    path("link/<str:token>/", sign_in.link_use, name="link_use"),
    path("medarbejdere/", staff.staff, name="staff"),
    path("medarbejdere/ny/", staff.new_person, name="new_person"),
    path("medarbejdere/fil/", staff_import.choose, name="import"),
    path("medarbejdere/fil/se/", staff_import.preview, name="import_preview"),
    path("medarbejdere/fil/eksempel/", staff_import.template, name="import_template"),
    path("medarbejdere/<uuid:pk>/", staff.person, name="person"),
    path("medarbejdere/<uuid:pk>/ret/", staff.change_person, name="change_person"),
    path("medarbejdere/<uuid:pk>/adgang/", staff.set_active, name="set_active"),
    path("medarbejdere/<uuid:pk>/velkomst/", staff.invite, name="invite"),
    path("medarbejdere/<uuid:pk>/rolle/", roles.give_role, name="give_role"),
    path("medarbejdere/<uuid:pk>/fravaer/", roles.person_absence, name="person_absence"),
    path("roller/<uuid:pk>/fjern/", roles.take_role, name="take_role"),
    path("afdelinger/", workplace.units, name="units"),
    path("afdelinger/ny/", workplace.new_unit, name="new_unit"),
    path("afdelinger/<uuid:pk>/", workplace.unit, name="unit"),
    path("arbejdsplads/", workplace.workplace, name="workplace"),
]

urlpatterns = [
    path("", include((people, "people"))),
    path("log-ind/", allauth.login, name="account_login"),
    path("log-ud/", allauth.logout, name="account_logout"),
    path("lukket/", allauth.account_inactive, name="account_inactive"),
    path("sessioner/", sign_in.Sessions.as_view(), name="usersessions_list"),
    path("adgangskode/", allauth.password_change, name="account_change_password"),
    path("adgangskode/vaelg/", allauth.password_set, name="account_set_password"),
    path("adgangskode/glemt/", allauth.password_reset, name="account_reset_password"),
    path("adgangskode/sendt/", allauth.password_reset_done, name="account_reset_password_done"),
    path(
        "adgangskode/ny/faerdig/",
        allauth.password_reset_from_key_done,
        name="account_reset_password_from_key_done",
    ),
    re_path(
        r"^adgangskode/ny/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        allauth.password_reset_from_key,
        name="account_reset_password_from_key",
    ),
]
