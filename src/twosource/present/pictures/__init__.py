"""Pictures that can be taken along: computed here, drawn by the templates, saved as SVG or PNG.

- behind: articles, the texts they go back to, and whose word they carry
- drawing: a picture as a file of its own
"""
