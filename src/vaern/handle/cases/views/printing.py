"""The case on paper: for whom, and what comes along."""

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from vaern.handle.cases.access import CaseView
from vaern.handle.cases.printing import FILE, PrintForm, paper, printed
from vaern.handle.cases.views.gate import handled
from vaern.handle.cases.whose import people_hit


@never_cache
@require_http_methods(["GET", "POST"])
@handled
def print_case(request: HttpRequest, seen: CaseView) -> HttpResponseBase:
    """Ask for whom it is; then the page to print, which is recorded with who and when."""
    form = PrintForm(request.POST or None, people=people_hit(seen.case))
    if not form.is_valid():
        return render(request, "cases/print.html", {"case": seen.case, "form": form})
    whom, content = form.cleaned_data["whom"], form.cleaned_data["content"]
    printed(case=seen.case, by=seen.person, whom=whom, content=content)
    context = paper(seen, whom=whom, content=content, person=form.cleaned_data.get("person"))
    context |= {"case": seen.case, "person": seen.person, "at": timezone.now()}
    context |= {"internal": whom == FILE, "content": content}
    return render(request, "cases/paper.html", context)
