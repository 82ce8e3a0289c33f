"""Imports point one way, between apps and inside them."""

import grimp
from importlinter.cli import EXIT_STATUS_SUCCESS, lint_imports

from tests.architecture.sources import APPS, BASE_DIR


def test_the_contracts_on_imports_are_kept() -> None:
    assert lint_imports(config_filename=str(BASE_DIR / "pyproject.toml"), no_cache=True) == EXIT_STATUS_SUCCESS


def test_parsers_of_any_name_reach_no_django() -> None:
    graph = grimp.build_graph(*APPS, include_external_packages=True, exclude_type_checking_imports=True, cache_dir=None)
    parsers = [name for name in graph.modules if ".importers.parse" in name]
    assert [name for name in parsers if "django" in graph.find_upstream_modules(name)] == []
