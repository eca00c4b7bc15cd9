"""What a changed digit may pass unnoticed but by the hash, and why."""

REASONS = {
    "lighthouses.height": "measured once",
    "lighthouses.steps": "counted once",
    "lighthouses.lit": "still between those before and after",
    "sources": "stands in one place only",
}
