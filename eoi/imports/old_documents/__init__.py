"""A first draft of a submission from a document that eoi did not make.

Lines are assigned to parts of a round by the headings above them, tables by the heads of their columns, and
figures by the words around them. Words without a place are kept as a note that says where they were. So the
placed and the kept words together are all words of the document.
"""
