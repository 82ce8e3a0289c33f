"""History context of requests."""

from pghistory.middleware import HistoryMiddleware as PghistoryMiddleware

__all__ = ["HistoryMiddleware"]


class HistoryMiddleware(PghistoryMiddleware):
    """Records who sends a writing request; services add reason and batch."""
