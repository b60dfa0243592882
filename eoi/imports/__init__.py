"""Changes that others make in Word, OpenDocument and Excel, led back to the file of the submission.

A file comes back as `Line`s, each with its words and the bookmarks in it. The document that it was built from
is built once more and read by the same reader, so that only what somebody changed differs. Each difference
becomes a change to a field, or is listed as one that has no place; nothing is dropped.
"""
