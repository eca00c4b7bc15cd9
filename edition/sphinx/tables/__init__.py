"""The tables of the data package on the pages."""
