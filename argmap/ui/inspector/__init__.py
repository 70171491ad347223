"""The inspector: all about what is selected, or about the map when nothing is."""
