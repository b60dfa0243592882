"""The choices of an organisation for all its calls, in `eoi.toml`, or in `[tool.eoi]` of `pyproject.toml`."""
