"""The people and bodies who were asked, and what is recorded of it."""
