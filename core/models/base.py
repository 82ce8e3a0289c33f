"""Abstract bases: what every record of the register has."""

import functools
from typing import Any

import pgtrigger
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex, OpClass
from django.db import models
from django.db.models import F, Func, Q, TextField, Value
from django.urls import get_script_prefix, get_urlconf, reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from core.public_ids import new_public_id
from core.querysets import ProfileQuerySet, PublicRecordQuerySet, RecordQuerySet, SearchableQuerySet
from core.transliteration import latin_reading

# Stands for a public identifier in the pattern of an address.
PLACE = "-ID-"


class AnyStatedChange(pgtrigger.AnyChange):
    """Any column changed that somebody states: neither the date of change nor a computed column.

    PostgreSQL computes generated columns after BEFORE triggers, so they cannot be compared there.
    """

    def resolve(self, model: type[models.Model]) -> str:
        generated = [f.name for f in model._meta.fields if isinstance(f, models.GeneratedField)]
        return pgtrigger.AnyChange(exclude=["updated_at", *generated]).resolve(model)


# A write that changes nothing must not look like news, so the date moves in the database
# and only when another column did.
touch_updated_at = pgtrigger.Trigger(
    name="touch_updated_at",
    when=pgtrigger.Before,
    operation=pgtrigger.Update,
    condition=AnyStatedChange(),
    func="NEW.updated_at = now(); RETURN NEW;",
)


@functools.cache
def labels_of(field: "models.Field[Any, Any]") -> dict[Any, Any]:
    """Labels by code of a field with choices, in the language of whoever reads them."""
    return dict(field.flatchoices)


class Record(models.Model):
    """A row that history follows. `is_demo` rows are fictional and can be purged."""

    is_demo = models.BooleanField(_("fictional demo record"), default=False, editable=False)
    created_at = models.DateTimeField(_("recorded at"), default=timezone.now, editable=False)
    updated_at = models.DateTimeField(_("last changed at"), default=timezone.now, editable=False)

    objects = RecordQuerySet.as_manager()

    class Meta:
        abstract = True
        triggers = [touch_updated_at]

    def _get_FIELD_display(self, field: "models.Field[Any, Any]") -> Any:  # noqa: N802 (Django's name)
        """What `get_<field>_display` gives. Django's own translates all labels of the field for each code."""
        code = getattr(self, field.attname)
        return None if code is None else str(labels_of(field).get(code, code))


class PublicRecord(Record):
    """A record with a page of its own.

    `public_id` never changes and is never used again. A merged record stays as the place
    that its identifier redirects from; `merged_into` names the survivor.
    """

    ID_KIND = ""
    URL_NAME = ""

    public_id = models.CharField(_("identifier"), max_length=16, unique=True, editable=False)
    merged_into = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="merged_records",
        verbose_name=_("merged into"),
    )

    objects = PublicRecordQuerySet.as_manager()

    class Meta(Record.Meta):
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=Q(merged_into__isnull=True) | ~Q(merged_into=F("id")),
                name="%(app_label)s_%(class)s_not_merged_into_itself",
                violation_error_message=_("A record cannot be merged into itself."),
            )
        ]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self._state.adding and not self.public_id:
            self.public_id = new_public_id(self.ID_KIND)

    def get_absolute_url(self) -> str:
        where = get_language(), get_urlconf(), get_script_prefix()
        return address_pattern(self.URL_NAME, *where).replace(PLACE, self.public_id)


@functools.cache
def address_pattern(name: str, *_where: str | None) -> str:
    """Address of such a page with `PLACE` for the identifier. A page may link a hundred: each is not searched anew."""
    return reverse(name, args=[PLACE])


def folded(*fields: str) -> Func:
    """Expression of a generated column: the fields joined, lower case, without accents."""
    parts = [part for name in fields for part in (Value(" "), F(name))][1:]
    joined = Func(*parts, template="(%(expressions)s)", arg_joiner=" || ", output_field=TextField())
    return Func(joined, function="fold_text", output_field=TextField())


class Searchable(models.Model):
    """Name with stored sort key and search columns, all computed by the database.

    `latin_reading` carries the reading of names in other scripts (pinyin for Chinese),
    so that they are found by people who cannot type them; see `core.transliteration`.
    Bulk writers must fill it with `latin_reading(...)`, as `save()` does.
    """

    SEARCHED_FIELDS: tuple[str, ...] = ("name",)

    name = models.CharField(_("name"), max_length=300)
    name_local = models.CharField(_("name in local script"), max_length=300, blank=True)
    name_local_lang = models.CharField(
        _("language of the local name"), max_length=20, blank=True, help_text=_("BCP 47 tag, for example zh-Hans.")
    )
    latin_reading = models.CharField(max_length=600, blank=True, editable=False)
    sort_key = models.GeneratedField(expression=folded("name"), output_field=TextField(), db_persist=True)
    search_text = models.GeneratedField(
        expression=folded("name", "name_local", "latin_reading"), output_field=TextField(), db_persist=True
    )
    search_grams = models.GeneratedField(
        expression=Func(F("name"), F("name_local"), function="cjk_grams", output_field=ArrayField(TextField())),
        output_field=ArrayField(TextField()),
        db_persist=True,
    )

    objects = SearchableQuerySet.as_manager()

    class Meta:
        abstract = True
        indexes = [
            GinIndex(OpClass(F("search_text"), name="gin_trgm_ops"), name="%(app_label)s_%(class)s_trgm"),
            GinIndex(fields=["search_grams"], name="%(app_label)s_%(class)s_grams"),
            models.Index(fields=["sort_key", "id"], name="%(app_label)s_%(class)s_sort"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=~Q(name=""),
                name="%(app_label)s_%(class)s_name_given",
                violation_error_message=_("Give a name."),
            )
        ]

    def __str__(self) -> str:
        return self.name

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.latin_reading = latin_reading(self.name, self.name_local)
        if (fields := kwargs.get("update_fields")) is not None:
            kwargs["update_fields"] = {*fields, "latin_reading"}
        super().save(*args, **kwargs)


class Profile(PublicRecord):
    """What one organisation is in one app's eyes; one body can be several."""

    organisation = models.OneToOneField(
        "core.Organisation", on_delete=models.PROTECT, related_name="%(class)s", verbose_name=_("organisation")
    )

    objects = ProfileQuerySet.as_manager()

    class Meta(PublicRecord.Meta):
        abstract = True

    def __str__(self) -> str:
        return self.organisation.name

    @property
    def name(self) -> str:
        return self.organisation.name
