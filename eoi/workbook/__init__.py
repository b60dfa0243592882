"""A submission as a workbook: written for those who live in Excel, and read back as changes to the file.

Every sheet is laid out from the model by one walk. Each cell that came back is compared with what eoi would
write there, so that only what somebody changed becomes a change; nothing of it is ever dropped.
"""
