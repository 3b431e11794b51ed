"""References from one provision to another: read, resolved, and read together with what they lead to."""
