"""What long texts say against what the fields say."""
