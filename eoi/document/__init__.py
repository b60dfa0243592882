"""The documents of a submission, from templates to trees of blocks."""
