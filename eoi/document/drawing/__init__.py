"""What pictures are made of: measured text, boxes and lines, all in whole pixels."""
