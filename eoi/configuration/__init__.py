"""The choices of an organisation for all its calls: `eoi.toml`, or `[tool.eoi]` in `pyproject.toml`."""
