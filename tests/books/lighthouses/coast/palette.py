"""The colours of this book: one for each tower."""

PALETTE = {"Gull Rock": "#182f63", "North Head": "#2a8d8b", "Spindle Point": "#e89048", "Old Pier": "#8c2a28"}
