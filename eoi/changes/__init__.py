"""The changes from one version of a submission to the next, in the words of its fields."""
