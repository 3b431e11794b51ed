"""What the words of a draft say: letters, words, quantities, concepts, negation."""
