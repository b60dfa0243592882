"""Forms of co-commissioning, and the words for them."""
