"""The file against published facts about CCGs."""
