"""The functions that the scope table puts in scope, and the conditions on them."""
