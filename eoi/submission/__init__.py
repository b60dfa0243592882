"""The model of a submission, one file for each part, and the reader that fills it from the tree of a file."""
