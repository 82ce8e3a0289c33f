"""Sizes that keep the code readable."""

import ast
from collections import defaultdict

from radon.complexity import cc_visit

from tests.architecture.sources import BASE_DIR, functions, lines, modules, templates

LONGEST_FILE = 400
LONGEST_FUNCTION = 50
USUAL_FUNCTION = 30
USUAL_SHARE = 0.95
HIGHEST_COMPLEXITY = 8
LONGEST_TEMPLATE = 150
RUN = 6
DUPLICATE_SHARE = 0.02
TYPED = ("services", "queries", "importers", "reports")
DRAWERS = ("utils", "helpers", "common", "misc")


def length(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    return (node.end_lineno or node.lineno) - node.lineno + 1


def test_no_file_is_longer_than_400_lines() -> None:
    tests = [str(path.relative_to(BASE_DIR)) for path in (BASE_DIR / "tests").rglob("*.py")]
    assert [path for path in [*modules(), *tests] if len(lines(path)) > LONGEST_FILE] == []


def test_no_function_is_longer_than_50_lines() -> None:
    assert [place for place, node in functions().items() if length(node) > LONGEST_FUNCTION] == []


def test_nearly_all_functions_have_at_most_30_lines() -> None:
    short = sum(length(node) <= USUAL_FUNCTION for node in functions().values())
    assert short / len(functions()) >= USUAL_SHARE


def test_no_function_branches_more_than_its_budget() -> None:
    complex_blocks = [
        f"{path}:{block.lineno} {block.name} {block.complexity}"
        for path, tree in modules().items()
        for block in cc_visit(ast.unparse(tree))
        if block.letter in "FM" and block.complexity > HIGHEST_COMPLEXITY
    ]
    assert complex_blocks == []


def test_no_template_is_longer_than_150_lines() -> None:
    assert [path for path in templates() if len(lines(path)) > LONGEST_TEMPLATE] == []


def test_every_function_of_the_business_layers_says_what_it_returns() -> None:
    untyped = [
        place
        for place, node in functions().items()
        if any(part.removesuffix(".py") in TYPED for part in place.partition(":")[0].split("/"))
        and node.returns is None
    ]
    assert untyped == []


def test_no_module_is_a_drawer_for_odds_and_ends() -> None:
    assert [path for path in modules() if path.rpartition("/")[2].removesuffix(".py") in DRAWERS] == []


def significant_lines() -> dict[str, list[str]]:
    """Lines that say something, by file: no blanks, comments, imports or lone brackets."""
    result = {}
    for path in modules():
        stripped = [line.strip() for line in lines(path)]
        result[path] = [
            line
            for line in stripped
            if any(map(str.isalnum, line))
            and not line.startswith(("#", "import ", "from "))
            and len(line) > len("else:")
        ]
    return result


def test_hardly_any_line_stands_in_a_run_that_is_written_twice() -> None:
    texts = significant_lines()
    places = defaultdict(list)
    for path, text in texts.items():
        for start in range(len(text) - RUN + 1):
            places[tuple(text[start : start + RUN])].append((path, start))
    repeated = {
        (path, start + offset)
        for found in places.values()
        if len(found) > 1
        for path, start in found
        for offset in range(RUN)
    }
    total = sum(map(len, texts.values()))
    assert len(repeated) / total <= DUPLICATE_SHARE, sorted({path for path, _ in repeated})
