"""The demo workplace: whole, true-looking, made once."""

import pytest
from django.db import transaction
from django_q.models import OrmQ
from django_scopes import scope

from vaern.faces.cli.demo import havneby
from vaern.ground.audit.actions import verify
from vaern.ground.notify.models import EmailState, Notice
from vaern.ground.people.models import Person, Unit, Workplace
from vaern.handle.cases.models import Case, Contact, Exclusion, Task, TaskState
from vaern.handle.reports.models import Report, Status
from vaern.handle.triage.models import Verdict

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def workplace(django_db_setup, django_db_blocker):
    """Made once for the tests that only look, and rolled back after them."""
    with django_db_blocker.unblock(), transaction.atomic():
        havneby.ensure(lambda _: None)
        made = Workplace.objects.select_related("key").get(is_demo=True)
        with scope(workplace=made):
            yield made
        transaction.set_rollback(True)


def test_it_has_people_of_every_kind_at_every_stage(workplace: Workplace) -> None:
    assert 38 <= Person.objects.count() <= 45
    assert Unit.objects.exclude(parent=None).count() == 6
    assert set(Report.objects.values_list("status", flat=True)) >= {
        Status.DRAFT, Status.IN_CASE, Status.LEFT_ALONE,
    }  # fmt: skip
    assert Case.objects.filter(state="closed").exclude(outcome="").count() >= 3
    assert Case.objects.filter(state="open", urgency=3).exists()
    assert Task.objects.filter(state=TaskState.OPEN, escalated__gte=1).exists()
    assert Contact.objects.filter(kind="police").exists()
    assert Verdict.objects.filter(agrees=False).exists()
    assert Exclusion.objects.exists()
    assert {c.regime for c in Case.objects.all()} >= {"vold", "kraenkende_handlinger"}


def test_every_kind_of_harassment_is_there(workplace: Workplace) -> None:
    kinds = {kind for case in Case.objects.all() for kind in case.kinds}
    wanted = {"threat", "degrading", "extortion", "shaming", "stalking", "sexual", "hate"}
    assert wanted <= kinds


def test_its_record_is_whole_and_nobody_was_written_to(workplace: Workplace) -> None:
    assert verify(workplace=workplace) is None
    assert OrmQ.objects.count() == 0
    assert Notice.objects.count() > 50
    assert not Notice.objects.exclude(email_state=EmailState.NONE).exists()
    assert not Notice.objects.filter(email_attempts__gt=0).exists()
    assert not Notice.objects.exclude(email_next_at=None).exists()


def test_again_keeps_what_is_there(workplace: Workplace) -> None:
    Case.objects.filter(number=1).update(outcome="unknown")
    first = havneby.ensure(lambda _: None)
    assert Workplace.objects.filter(is_demo=True).count() == 1
    assert Case.objects.get(number=1).outcome == "unknown"
    assert first == havneby.sign_ins()


def test_the_printed_password_opens(workplace: Workplace) -> None:
    for one in havneby.sign_ins():
        person = Person.objects.select_related("user").get(email=one.email)
        assert person.user is not None
        assert person.user.check_password(one.password)


def test_the_welcome_says_one_address_and_every_sign_in(workplace: Workplace) -> None:
    said: list[str] = []
    havneby.welcome(8123, havneby.sign_ins(), said.append)
    text = "\n".join(said)
    assert text.count("http://") == 1
    assert "http://127.0.0.1:8123/" in text
    for name in ("rikke.lund", "mads.holm", "amina.yusuf", "henrik.dam"):
        assert f"{name}@havneby.example" in text
