"""The rule author's kit: explain a sentence, try a rule on laws, see what is covered, begin a rule."""
