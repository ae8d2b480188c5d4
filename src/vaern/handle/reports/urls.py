from django.urls import path

from vaern.handle.reports.views import answering, drafts, own

app_name = "reports"
urlpatterns = [
    path("", answering.start, name="start"),
    path("mine/", own.mine, name="mine"),
    path("<uuid:pk>/", own.report, name="report"),
    path("<uuid:pk>/tilfoej/", own.add, name="add"),
    path("<uuid:pk>/nu/", drafts.now, name="now"),
    path("<uuid:pk>/videre/", drafts.resume, name="resume"),
    path("<uuid:pk>/slet/", drafts.throw_away, name="throw_away"),
    path("<uuid:pk>/fil/<uuid:item>/", own.see, name="see"),
    path("<uuid:pk>/fil/<uuid:item>/fjern/", drafts.take_back, name="take_back"),
    path("<uuid:pk>/<slug:slug>/", answering.step, name="step"),
]
