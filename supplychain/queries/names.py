"""Finding factories by any of their names and numbers."""

from django.db.models import Q

from supplychain.models import Factory, FactoryIdentifier


def factories_named(text: str) -> Q:
    """Condition: name, another name, register number or public identifier is what `text` means."""
    typed = text.strip()
    # As numbers: an OR with a subquery would read the whole table.
    numbered = set(FactoryIdentifier.objects.filter(value__iexact=typed).values_list("factory_id", flat=True)[:100])
    return Factory.objects.all().matching_rule(text) | Q(pk__in=numbered) | Q(public_id=typed.upper())
