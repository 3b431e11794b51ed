"""Draft-law compliance checker: reads a draft law beside human-rights standards."""

__version__ = "0.1.0"
