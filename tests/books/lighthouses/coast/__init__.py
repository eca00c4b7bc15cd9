"""What knows this coast: the colours of its towers, the cross-checks of its tables, and what a changed digit may pass."""
