from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor


def follow(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Reports of earlier cases: closed for who is kept out, and with what came of the case."""
    exclusions = apps.get_model("cases", "Exclusion")._base_manager
    links = apps.get_model("cases", "CaseReport")._base_manager
    shut_out = apps.get_model("reports", "ShutOut")._base_manager
    reports = apps.get_model("reports", "Report")._base_manager
    for out in exclusions.all():
        for link in links.filter(case_id=out.case_id):
            shut_out.get_or_create(
                report_id=link.report_id,
                person_id=out.person_id,
                defaults={"workplace_id": out.workplace_id, "at": out.at},
            )
    for link in links.exclude(case__outcome="").select_related("case"):
        reports.filter(pk=link.report_id).update(outcome=link.case.outcome)


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0002_joined_and_left"),
        ("reports", "0002_closed_for_some"),
    ]

    operations = [migrations.RunPython(follow, migrations.RunPython.noop)]
