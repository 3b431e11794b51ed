"""The four checks, and the engine that runs them over a draft."""
