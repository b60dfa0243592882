"""Changes that others make in Word, OpenDocument and Excel, led back to the file of the submission.

A returned file is read as `Line`s, each with its words and bookmarks. The document that it was built from is
built again and read by the same reader, so that the two differ only where somebody changed something. Each
difference becomes a change to a field, or is listed as one without a place. Nothing is dropped.
"""
