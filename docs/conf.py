"""How Sphinx makes the site; `docs/build.py` puts the written and the generated pages together first."""

import chipload

project = "chipload"
author = "the authors of chipload"
copyright = author  # the name that Sphinx reads
release = version = chipload.__version__

extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon"]
myst_enable_extensions = ["deflist"]
myst_heading_anchors = 3
napoleon_google_docstring = False
napoleon_use_ivar = True
autodoc_typehints = "none"
add_module_names = False
nitpicky = False

html_theme = "furo"
html_title = "chipload"
html_show_sphinx = False
html_copy_source = False
