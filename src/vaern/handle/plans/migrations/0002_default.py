from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor


def those_of_vaern(apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
    """Until now nobody but Værn could publish one."""
    apps.get_model("plans", "PlanVersion").objects.filter(published_by=None).update(default=True)


class Migration(migrations.Migration):
    dependencies = [
        ("plans", "0001_initial"),
    ]

    operations = [
        migrations.AddField(
            model_name="planversion",
            name="default",
            field=models.BooleanField(default=False),
        ),
        migrations.RunPython(those_of_vaern, migrations.RunPython.noop),
    ]
