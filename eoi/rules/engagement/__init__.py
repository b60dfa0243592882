"""Who was asked, and what is recorded of it."""
