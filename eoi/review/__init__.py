"""A whole round: what every submission in a folder says, beside each other.

Each submission is examined where its file is read, and becomes a small value, so that memory does not grow
with the texts. What the values say together is computed afterwards, and written by the reports, one a file.
"""
