"""A chapter's source, read and not run: its cells, the tables they load, and what stands behind each result."""
