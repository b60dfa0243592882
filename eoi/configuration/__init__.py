"""What an organisation settles once for all of its calls: `eoi.toml`, or `[tool.eoi]` in `pyproject.toml`."""
