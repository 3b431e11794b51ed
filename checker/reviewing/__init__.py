"""An expert's decisions on findings: kept in a file beside the draft, applied at every run."""
