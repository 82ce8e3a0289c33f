"""Publications, with who wrote them and what they name."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from campaigns.models import ActivityPublication, Publication, PublicationParty, PublicationSubject
from campaigns.queries.histories import PUBLICATION
from core.admin.base import RecordAdmin, RecordInline


class PartyInline(RecordInline):
    model = PublicationParty


class SubjectInline(RecordInline):
    model = PublicationSubject


@admin.register(Publication)
class PublicationAdmin(RecordAdmin):
    history = PUBLICATION
    list_display = ("name", "public_id", "year", "author_names", "source", "is_published", "is_demo", "updated_at")
    list_filter = ("is_published", "is_demo")
    search_fields = ("search_text", "public_id", "author_names")
    ordering = ("-year", "sort_key", "pk")
    groups = (
        (_("What"), ("name", "name_local", "name_local_lang", "summary", "issues", "languages")),
        (_("By whom and when"), ("author_names", "published_on", "year")),
        (_("Where"), ("url", "source")),
        (_("In the register"), ("project", "partner", "is_published")),
    )
    inlines = (PartyInline, SubjectInline)


@admin.register(PublicationParty)
class PublicationPartyAdmin(RecordAdmin):
    list_display = ("publication", "organisation", "role", "is_demo")
    list_select_related = ("publication", "organisation")
    list_filter = ("role", "is_demo")
    search_fields = ("publication__search_text", "organisation__search_text")
    ordering = ("publication", "pk")
    groups = ((None, ("publication", "organisation", "role")),)


@admin.register(PublicationSubject)
class PublicationSubjectAdmin(RecordAdmin):
    list_display = ("publication", "country", "mineral", "stage", "brand", "factory", "locator", "is_demo")
    list_select_related = ("publication", "country", "mineral", "stage", "brand__organisation", "factory")
    list_filter = (("mineral", admin.RelatedOnlyFieldListFilter), "is_demo")
    search_fields = ("publication__search_text", "brand__organisation__search_text", "factory__search_text")
    ordering = ("publication", "pk")
    groups = ((None, ("publication", "country", "mineral", "stage", "brand", "factory", "locator")),)


@admin.register(ActivityPublication)
class ActivityPublicationAdmin(RecordAdmin):
    list_display = ("activity", "publication", "is_demo")
    list_select_related = ("activity", "publication")
    list_filter = ("is_demo",)
    search_fields = ("activity__search_text", "publication__search_text")
    ordering = ("-activity", "pk")
    groups = ((None, ("activity", "publication")),)
