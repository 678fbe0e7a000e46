"""How the site is built: `make docs`, or sphinx-build -W -n docs out/docs."""

from __future__ import annotations

import importlib.metadata
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent / "_extensions"))

project = "boardminutes"
author = "The boardminutes developers"
version = release = importlib.metadata.version("boardminutes")
copyright = f"2026, {author}"  # noqa: A001 - Sphinx's own name
language = "en-GB"

extensions = [
    "myst_parser",
    "sphinx.ext.autodoc",
    "sphinx.ext.napoleon",
    "docstrings",
    "files",
    "links",
    "navigation",
    "site_marks",
]
exclude_patterns = ["_extensions", "_static", "_templates"]
templates_path = ["_templates"]
nitpicky = True

myst_heading_anchors = 4
myst_enable_extensions = ["attrs_inline"]

autodoc_member_order = "bysource"
autodoc_class_signature = "mixed"
autodoc_typehints = "none"  # the extension `docstrings` writes the types as they stand in the source
napoleon_google_docstring = True
napoleon_numpy_docstring = False
python_maximum_signature_line_length = 88
add_module_names = False
toc_object_entries_show_parents = "hide"

html_theme = "furo"
html_title = "boardminutes"
html_static_path = ["_static"]
html_css_files = ["site.css"]
html_js_files = ["site.js"]
html_favicon = "_static/mark.svg"
html_extra_path = ["../src/boardminutes/boardminutes.schema.json"]
html_copy_source = False
html_show_sourcelink = False
html_show_sphinx = False
html_last_updated_fmt = None  # the same pages on any day
html_theme_options = {
    "top_of_page_buttons": [],
    "light_css_variables": {
        "color-brand-primary": "#14496b",
        "color-brand-content": "#0f5c8c",
        "color-brand-visited": "#5b3a85",
        "font-stack": "system-ui, -apple-system, 'Segoe UI', 'Noto Sans', 'Liberation Sans', sans-serif",
    },
    "dark_css_variables": {
        "color-brand-primary": "#8cc8ee",
        "color-brand-content": "#8cc8ee",
        "color-brand-visited": "#c9b1ea",
    },
}
