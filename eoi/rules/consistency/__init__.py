"""Places of one file that should say the same thing."""
