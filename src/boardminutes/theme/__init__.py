"""House style: the look of an organisation's documents, in every format that has a look."""

from boardminutes.theme.house import Theme
from boardminutes.theme.loading import load_theme, theme_names
from boardminutes.theme.picture import Logo
from boardminutes.theme.values import Margins, Typeface

__all__ = ["Logo", "Margins", "Theme", "Typeface", "load_theme", "theme_names"]
