"""The review of a whole round: all submissions of a folder side by side.

Each submission is examined by the process that reads its file, and reduced to a small value, so that memory
does not grow with the texts. Comparisons are computed afterwards, and each report is written by a module of
its own.
"""
