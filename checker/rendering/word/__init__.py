"""Word files: the draft given back with comments, and the comparative table of proposals."""
