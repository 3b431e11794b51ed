"""What holds of every draft, whatever it says."""
