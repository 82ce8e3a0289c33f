"""Smallest valid rows of `core`."""

import datetime
import hashlib

import factory
from allauth.mfa.models import Authenticator
from factory.django import DjangoModelFactory, Password

from core import models
from core.enums import Role, SourceKind

PASSWORD = "a-long-test-password"
TOTP_SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
DAY = datetime.date(2026, 1, 15)


class SourceFactory(DjangoModelFactory):
    """A public web page; `private=True` gives one that only monitors and administrators read."""

    class Meta:
        model = models.Source

    class Params:
        private = factory.Trait(is_public=False)

    code = factory.Sequence(lambda n: f"source-{n}")
    title = factory.Sequence(lambda n: f"Source {n}")
    kind = SourceKind.WEB_PAGE
    publisher_name = "Test publisher"
    is_public = True


class CountryFactory(DjangoModelFactory):
    """China unless told otherwise; asking for a code again gives the same row."""

    class Meta:
        model = models.Country
        django_get_or_create = ("code",)

    code = "CN"
    alpha3 = factory.LazyAttribute(lambda row: _ALPHA3.get(row.code, f"X{row.code}"))
    name = factory.LazyAttribute(lambda row: _COUNTRY_NAMES.get(row.code, f"Country {row.code}"))
    source = factory.SubFactory(SourceFactory)


_ALPHA3 = {"CN": "CHN", "VN": "VNM", "DE": "DEU", "FR": "FRA", "NL": "NLD", "TW": "TWN", "MY": "MYS", "GB": "GBR"}
_COUNTRY_NAMES = {
    "CN": "China",
    "VN": "Vietnam",
    "DE": "Germany",
    "FR": "France",
    "NL": "Netherlands",
    "TW": "Taiwan",
    "MY": "Malaysia",
    "GB": "United Kingdom",
}


class CurrencyFactory(DjangoModelFactory):
    """Euro unless told otherwise."""

    class Meta:
        model = models.Currency
        django_get_or_create = ("code",)

    code = "EUR"
    name = factory.LazyAttribute(lambda row: "Euro" if row.code == "EUR" else f"Currency {row.code}")
    source = factory.SubFactory(SourceFactory)


class OrganisationFactory(DjangoModelFactory):
    class Meta:
        model = models.Organisation

    name = factory.Sequence(lambda n: f"Organisation {n}")


class OrganisationIdentifierFactory(DjangoModelFactory):
    class Meta:
        model = models.OrganisationIdentifier

    organisation = factory.SubFactory(OrganisationFactory)
    scheme = "DUNS"
    value = factory.Sequence(lambda n: f"{n:09d}")
    source = factory.SubFactory(SourceFactory)


class UserFactory(DjangoModelFactory):
    """A person. `role` (a `Role`) adds a membership, of `organisation` where given. The password is `PASSWORD`.

    Administrators have a second factor unless `second_factor=False`.
    """

    class Meta:
        model = models.User
        skip_postgeneration_save = True

    class Params:
        admin = factory.Trait(role=Role.ADMIN)
        monitor = factory.Trait(role=Role.MONITOR)
        partner = factory.Trait(role=Role.PARTNER)
        procurer = factory.Trait(role=Role.PROCURER)

    email = factory.Sequence(lambda n: f"person-{n}@example.org")
    name = factory.Sequence(lambda n: f"Person {n}")
    password = Password(PASSWORD)

    @classmethod
    def _create(
        cls,
        model_class: type[models.User],
        *args: object,
        role: Role | None = None,
        organisation: models.Organisation | None = None,
        second_factor: bool | None = None,
        **kwargs: object,
    ) -> models.User:
        user = super()._create(model_class, *args, **kwargs)
        if second_factor if second_factor is not None else role == Role.ADMIN or user.is_superuser:
            Authenticator.objects.create(user=user, type=Authenticator.Type.TOTP, data={"secret": TOTP_SECRET})
        if role is not None:
            MembershipFactory(user=user, role=role, **({"organisation": organisation} if organisation else {}))
        return user


class MembershipFactory(DjangoModelFactory):
    class Meta:
        model = models.Membership

    user = factory.SubFactory(UserFactory)
    organisation = factory.SubFactory(OrganisationFactory)
    role = Role.PARTNER


class ApiTokenFactory(DjangoModelFactory):
    """A token whose key is `key` ("test-key-<n>" unless given; read it as `token.key`)."""

    class Meta:
        model = models.ApiToken

    user = factory.SubFactory(UserFactory)
    name = "Test program"

    @classmethod
    def _create(cls, model_class: type[models.ApiToken], *args: object, **kwargs: object) -> models.ApiToken:
        key = str(kwargs.pop("key", None) or f"test-key-{next(_key_numbers)}")
        token = super()._create(model_class, *args, digest=hashlib.sha256(key.encode()).hexdigest(), **kwargs)
        token.key = key
        return token


_key_numbers = iter(range(1, 1_000_000))


class ImportRunFactory(DjangoModelFactory):
    class Meta:
        model = models.ImportRun

    kind = "factories"
    file_name = factory.Sequence(lambda n: f"list-{n}.csv")
    sha256 = factory.LazyAttribute(lambda row: hashlib.sha256(row.file_name.encode()).hexdigest())
    reason = "Test import"


class ImportRowFactory(DjangoModelFactory):
    class Meta:
        model = models.ImportRow

    run = factory.SubFactory(ImportRunFactory)
    number = factory.Sequence(lambda n: n + 1)
    raw = factory.LazyFunction(dict)
    verdict = "created"


class JobFactory(DjangoModelFactory):
    class Meta:
        model = models.Job

    kind = "export"
    title = "Test export"
    requested_by = factory.SubFactory(UserFactory)


class ReportScheduleFactory(DjangoModelFactory):
    class Meta:
        model = models.ReportSchedule

    owner = factory.SubFactory(UserFactory)
    name = "Test schedule"
    parameters = factory.LazyFunction(
        lambda: {"report": "outreach-log", "format": "csv", "language": "en", "values": {"period": ["last-quarter"]}}
    )
    next_run_at = datetime.datetime(2026, 4, 1, 5, tzinfo=datetime.UTC)


class ReportRecipientFactory(DjangoModelFactory):
    class Meta:
        model = models.ReportRecipient

    schedule = factory.SubFactory(ReportScheduleFactory)
    email = factory.Sequence(lambda number: f"reader{number}@example.org")


class SavedSearchFactory(DjangoModelFactory):
    class Meta:
        model = models.SavedSearch

    owner = factory.SubFactory(UserFactory)
    listing = "factories"
    name = factory.Sequence(lambda n: f"Search {n}")
    query = "country=CN"


class NameWordFactory(DjangoModelFactory):
    class Meta:
        model = models.NameWord

    word = "lenovo"
