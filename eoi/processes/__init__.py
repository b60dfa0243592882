"""Processes: signals, a pool of workers, calls in the background, and the reasons why a result is missing."""
