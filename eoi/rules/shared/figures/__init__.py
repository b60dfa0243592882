"""Figures of a submission, in its fields and in its sentences, and what they add up to."""
