"""Functions of the scope tables, and the words for them."""
