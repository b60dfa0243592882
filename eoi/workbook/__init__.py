"""A submission as a workbook: written for people who use Excel, and read back as changes to the file.

Every sheet is laid out from the model by one walk. Each returned cell is compared with the cell that eoi
would write, so that only changed cells become changes. No change is ever dropped.
"""
