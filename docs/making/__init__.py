"""The generated pages, one module for each kind: every module gives `pages()` as pairs of path and Markdown."""
