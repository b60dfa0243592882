"""The requirements of a round that bind a submission, and whether it meets them."""
