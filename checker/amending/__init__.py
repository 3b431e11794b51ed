"""What an amending law commands, read as objects."""
