"""The requirements of a round that bind, and whether a submission meets them."""
