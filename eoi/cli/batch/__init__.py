"""The work on many files at once: the pool of workers, signals and progress."""
