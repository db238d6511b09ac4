"""Pages of the public names that are no formulas, from their docstrings."""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from importlib import import_module

from chipload.units.formulas import Formula
from making.markdown import contents, escaped

MODULES = (
    "chipload",
    "chipload.planning",
    "chipload.catalog",
    "chipload.mechanics",
    "chipload.dynamics",
    "chipload.pictures",
    "chipload.exchange",
    "chipload.units",
    "chipload.errors",
)


def pages() -> Iterator[tuple[str, str]]:
    """Path and text of every page."""
    yield (
        "api/index",
        "\n\n".join(
            [
                "# Python",
                "The public names, from their docstrings; the formulas have pages of their own.",
                contents([module.replace(".", "-") for module in MODULES]),
            ]
        ),
    )
    told: set[int] = set()
    for module in MODULES:
        yield f"api/{module.replace('.', '-')}", _page(module, told)


def _page(name: str, told: set[int]) -> str:
    module = import_module(name)
    text = [f"# {name}", escaped((module.__doc__ or "").partition("\n\n")[0])]
    public = getattr(module, "__all__", [one for one in vars(module) if not one.startswith("_")])
    for one in sorted(public):
        made = getattr(module, one)
        if isinstance(made, Formula) or id(made) in told or not (inspect.isclass(made) or inspect.isfunction(made)):
            continue
        if not made.__module__.startswith("chipload"):
            continue
        told.add(id(made))
        kind = "autoclass" if inspect.isclass(made) else "autofunction"
        members = "\n   :members:\n   :exclude-members: model_config, model_validate, model_validate_json"
        text.append(f"```{{eval-rst}}\n.. {kind}:: {name}.{one}{members if kind == 'autoclass' else ''}\n```")
    return "\n\n".join(text)
