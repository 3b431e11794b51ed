"""A whole statute book: thousands of drafts checked in one run that may be ended and taken up again."""
