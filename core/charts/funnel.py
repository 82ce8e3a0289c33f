"""A funnel: how many came how far."""

from core.charts.chart import WIDTH, Chart


class FunnelChart(Chart):
    """Bars stand in the middle, one below the other; what gets lost on the way is seen on both sides."""

    def start(self, length: int) -> int:
        return (WIDTH - length) // 2
