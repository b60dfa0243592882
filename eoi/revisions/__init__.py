"""A document with the changes since an earlier version marked, to be accepted or rejected."""
