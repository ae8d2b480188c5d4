import vaern.ground.vault.fields
from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [
        ("triage", "0001_initial"),
    ]

    operations = [
        migrations.AddField(
            model_name="verdict",
            name="given_on",
            field=vaern.ground.vault.fields.SealedJSON(blank=True, default=dict),
        ),
    ]
