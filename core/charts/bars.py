"""Bars from one line: figures side by side."""

from core.charts.chart import Chart


class BarChart(Chart):
    """All bars begin on the left."""

    def start(self, length: int) -> int:
        return 0
