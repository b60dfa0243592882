"""A whole round: all submissions of a folder side by side.

Each submission is examined by the process that reads its file, and reduced to a small value, so that memory
does not grow with the texts. The comparisons are computed afterwards, and written by the reports, one a file.
"""
