"""Every address of the house. The access matrix in tests/ is built from this list."""

from django.urls import include, path

urlpatterns = [
    path("", include("vaern.faces.web.urls")),
    path("konto/", include("vaern.ground.people.urls")),
    path("sprog/", include("django.conf.urls.i18n")),
    path("regler/", include("vaern.ground.law.urls")),
    path("indbakke/", include("vaern.ground.notify.urls")),
    path("indberet/", include("vaern.handle.reports.urls")),
    path("beskeder/", include("vaern.handle.reports.intake_urls")),
    path("bevis/", include("vaern.handle.evidence.urls")),
    path("sager/", include("vaern.handle.cases.urls")),
]

handler400 = "vaern.faces.web.errors.bad_request"
handler403 = "vaern.faces.web.errors.forbidden"
handler404 = "vaern.faces.web.errors.not_found"
handler500 = "vaern.faces.web.errors.server_error"
