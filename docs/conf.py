"""How the site is built: `make site`. Nothing in it is fetched when it is looked at."""

from twosource import __version__

project = "twosource"
author = "The twosource authors"
release = version = __version__
extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon"]
exclude_patterns = ["_build", "*.1"]
myst_enable_extensions = ["colon_fence"]
myst_heading_anchors = 3
# Pages of the repository that stand outside docs/ are links into it, not pages of the site.
suppress_warnings = ["myst.xref_missing", "misc.highlighting_failure"]
autodoc_typehints = "signature"
autodoc_member_order = "bysource"
napoleon_google_docstring = True
html_theme = "furo"
html_title = "twosource"
html_copy_source = False
html_show_sphinx = False
