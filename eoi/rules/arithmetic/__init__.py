"""Figures that should add up, judged by the precision they were stated with."""
