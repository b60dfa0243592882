"""A document with the changes since an earlier version marked in it: what to accept, and what to reject."""
