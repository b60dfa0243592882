"""A document in which the changes since an earlier version are marked, to be accepted or rejected."""
