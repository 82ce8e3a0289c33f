"""Read questions about buying."""

from procurement.queries.answer import contract_factories
from procurement.queries.leverage import leverage_of
from procurement.queries.own import own_factory_ids

__all__ = ["contract_factories", "leverage_of", "own_factory_ids"]
