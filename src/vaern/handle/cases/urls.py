from django.urls import path

from vaern.handle.cases.views import (
    case,
    closing,
    evidence,
    overview,
    people,
    printing,
    receipt,
    task,
    triage,
)
from vaern.handle.cases.views import words as said

app_name = "cases"
urlpatterns = [
    path("", overview.mine, name="mine"),
    path("opgaver/", overview.tasks, name="tasks"),
    path("opgaver/<uuid:pk>/", task.task, name="task"),
    path("kvittering/<uuid:pk>/", receipt.receipt, name="receipt"),
    path("<uuid:pk>/", case.case, name="case"),
    path("<uuid:pk>/deltagere/", people.people, name="people"),
    path("<uuid:pk>/deltagere/<uuid:person>/", people.lift, name="lift"),
    path("<uuid:pk>/afsender/", people.sender, name="sender"),
    path("<uuid:pk>/oplysninger/", triage.facts, name="facts"),
    path("<uuid:pk>/vurdering/<uuid:report>/", triage.verdict, name="verdict"),
    path("<uuid:pk>/vurdering/<uuid:report>/passer/", triage.confirm, name="confirm"),
    path("<uuid:pk>/laeg-sammen/", triage.join, name="join"),
    path("<uuid:pk>/notat/", said.note, name="note"),
    path("<uuid:pk>/besked/", said.word, name="word"),
    path("<uuid:pk>/kontakt/", said.contact, name="contact"),
    path("<uuid:pk>/afslut/", closing.close, name="close"),
    path("<uuid:pk>/udskriv/", printing.print_case, name="print"),
    path("<uuid:pk>/genaabn/", closing.reopen, name="reopen"),
    path("<uuid:pk>/indberetning/<uuid:report>/", evidence.words, name="words"),
    path("<uuid:pk>/bevis/", evidence.add, name="add_evidence"),
    path("<uuid:pk>/bevis/<uuid:item>/", evidence.look, name="look"),
    path("<uuid:pk>/bevis/<uuid:item>/billede/", evidence.picture, name="picture"),
    path("<uuid:pk>/bevis/<uuid:item>/original/", evidence.original, name="original"),
]
