"""Where names in types lead: to the public name they have here, and names of Python itself are checked, not linked."""

from __future__ import annotations

import builtins
import importlib
import sys
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.addnodes import pending_xref
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

_OF_PYTHON: Final = {
    "Any": "typing",
    "Callable": "collections.abc",
    "ClassVar": "typing",
    "Executor": "concurrent.futures",
    "Iterable": "collections.abc",
    "Iterator": "collections.abc",
    "Literal": "typing",
    "Mapping": "collections.abc",
    "Sequence": "collections.abc",
}
"""Names that are imported from modules of Python, as the source writes them."""

_OF_OTHERS: Final = {"SearchStrategy": "hypothesis", "st.SearchStrategy": "hypothesis"}
"""Names of the types of other libraries, and who has them."""


def setup(app: Sphinx) -> dict[str, bool]:
    """Look for what Sphinx does not find."""
    app.connect("missing-reference", _found)
    return {"parallel_read_safe": True, "parallel_write_safe": True}


def _found(app: Sphinx, env: BuildEnvironment, node: pending_xref, contnode: nodes.TextElement) -> nodes.Node | None:
    target = node.get("reftarget", "")
    if node.get("refdomain") != "py":
        return None
    domain: Any = env.domains["py"]
    last = target.rpartition(".")[2]
    for name, known in domain.objects.items():
        is_public = name in {f"boardminutes.{last}", f"boardminutes.document.{last}"}
        if is_public or (name.endswith(f".{target}") and ("." in target or known.objtype == "type")):
            made: nodes.Node | None = domain.resolve_xref(
                env, node.get("refdoc", ""), app.builder, "obj", name, node, contnode
            )
            return made
    return contnode if _is_of_python(target) or target in _OF_OTHERS else None


def _is_of_python(target: str) -> bool:
    """Tell whether a name is one of Python's own, which is not linked: the site needs no outside host."""
    if hasattr(builtins, target):
        return True
    module, _, name = target.rpartition(".")
    module = module or _OF_PYTHON.get(target, "")
    if module.partition(".")[0] not in sys.stdlib_module_names:
        return False
    return hasattr(importlib.import_module(module), name)
