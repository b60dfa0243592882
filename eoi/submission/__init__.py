"""The model of a submission: one file per part, and how it is read from the located tree."""
