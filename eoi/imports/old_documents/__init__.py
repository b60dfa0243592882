"""A first draft of a submission from a document that eoi did not write.

Lines are sorted by the headings above them into the parts of a round, tables by the heads of their columns,
and figures by the words around them. What has no place is kept as a note that says where it stood, so that
the words that are placed and the words that are kept are all the words of the document.
"""
