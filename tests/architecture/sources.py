"""The project's own files, read once for the tests of its shape."""

import ast
import functools
from pathlib import Path

BASE_DIR = Path(__file__).resolve().parent.parent.parent
APPS = ("config", "core", "supplychain", "procurement", "campaigns")


@functools.cache
def modules() -> dict[str, ast.Module]:
    """Syntax trees of the apps' modules by path, migrations left out."""
    paths = [path for app in APPS for path in sorted((BASE_DIR / app).rglob("*.py")) if "migrations" not in path.parts]
    return {str(path.relative_to(BASE_DIR)): ast.parse(path.read_text(), str(path)) for path in paths}


@functools.cache
def functions() -> dict[str, ast.FunctionDef | ast.AsyncFunctionDef]:
    """Functions and methods of the apps by place."""
    return {
        f"{path}:{node.lineno} {node.name}": node
        for path, tree in modules().items()
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    }


def lines(path: str) -> list[str]:
    """Lines of a file of the project."""
    return (BASE_DIR / path).read_text().splitlines()


def templates() -> list[str]:
    """Paths of all templates."""
    folders = [BASE_DIR / "templates", *(BASE_DIR / app / "templates" for app in APPS)]
    return [str(path.relative_to(BASE_DIR)) for folder in folders for path in sorted(folder.rglob("*.*"))]
