"""How the documentation is built: offline, and a warning is an error (``make docs``)."""

from marsad.version import VERSION

project = "marsad"
author = "the marsad maintainers"
copyright = "the marsad maintainers; texts and code under Apache-2.0"
release = version = VERSION
extensions = ["myst_parser", "sphinx.ext.autodoc"]
myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3
exclude_patterns = ["_build"]
source_suffix = {".md": "markdown"}
html_theme = "furo"
html_title = f"marsad {VERSION}"
html_copy_source = False
html_show_sphinx = False
html_theme_options = {
    # Fonts of the reader's own system: a page about a conflict asks nothing of a third party.
    "light_css_variables": {"font-stack": "system-ui, sans-serif", "font-stack--monospace": "ui-monospace, monospace"},
}
autodoc_member_order = "bysource"
autodoc_typehints = "signature"
autodoc_preserve_defaults = True
