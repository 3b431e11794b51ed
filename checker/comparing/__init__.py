"""Two readings of a law beside each other: which provision carries on which, and what the change does."""
