"""The parts of pictures: measured text, boxes and lines, all in whole pixels."""
