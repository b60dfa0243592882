"""Templates: what they may use, how much they may do, and their mistakes."""
