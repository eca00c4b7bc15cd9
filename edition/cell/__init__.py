"""What a chapter's cells call, and all that a kernel imports of the engine besides :mod:`edition.package.read`.

No module here may import what Sphinx, the tests or the commands need.
"""
