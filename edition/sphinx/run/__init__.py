"""How the chapters run: side by side, with a cache that knows the data; and what they report."""
