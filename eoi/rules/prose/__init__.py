"""Statements of long texts that differ from the fields."""
