"""The two tables, as `makemigrations` wrote them."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Session",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("body", models.CharField(max_length=200)),
                ("start", models.DateTimeField()),
                ("agreed", models.BooleanField(default=False, help_text="whether the minutes have been agreed")),
            ],
            options={
                "ordering": ["-start"],
                "permissions": [("view_restricted", "Can view restricted matter")],
            },
        ),
        migrations.CreateModel(
            name="Item",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.CharField(max_length=20)),
                ("title", models.CharField(max_length=200)),
                (
                    "restriction",
                    models.CharField(
                        blank=True, help_text="the ground on which the public is excluded", max_length=200
                    ),
                ),
                (
                    "public_title",
                    models.CharField(blank=True, help_text="the title that the public may read", max_length=200),
                ),
                ("text", models.TextField(blank=True, help_text="what was said; a blank line begins a paragraph")),
                ("decision", models.TextField(blank=True)),
                ("action", models.TextField(blank=True)),
                ("owner", models.CharField(blank=True, max_length=100)),
                ("due", models.DateField(blank=True, null=True)),
                (
                    "session",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="items", to="council.session"
                    ),
                ),
            ],
            options={
                "ordering": ["pk"],
            },
        ),
    ]
