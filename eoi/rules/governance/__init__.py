"""Groups, conflicts of interest and decisions kept back."""
