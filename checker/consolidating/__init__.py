"""A law with the instructions of an amending law carried out: the text as it would read."""
