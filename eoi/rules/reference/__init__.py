"""Facts in the file, compared with published facts about CCGs."""
