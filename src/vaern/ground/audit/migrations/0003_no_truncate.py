"""PostgreSQL refuses to empty the record too: TRUNCATE passes the guards of single rows."""

from django.db import migrations

GUARD = """CREATE TRIGGER audit_no_truncate BEFORE TRUNCATE ON audit_auditrow
           FOR EACH STATEMENT EXECUTE FUNCTION audit_append_only()"""


def guard(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(GUARD)


def unguard(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute("DROP TRIGGER audit_no_truncate ON audit_auditrow")


class Migration(migrations.Migration):
    dependencies = [("audit", "0002_append_only")]
    operations = [migrations.RunPython(guard, unguard)]
