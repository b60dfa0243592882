"""The people and bodies who were asked, and the record of their answers."""
