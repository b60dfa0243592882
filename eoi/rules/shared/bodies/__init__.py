"""Bodies and people: committees, members, practices and stakeholders, and the words for them."""
