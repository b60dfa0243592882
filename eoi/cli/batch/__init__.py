"""Many files at once: the pool of workers, signals and progress."""
