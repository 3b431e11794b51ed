"""The checker as a page in the browser, served on the user's own machine."""
