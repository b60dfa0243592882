"""Drafts expressions of interest for primary care co-commissioning from one YAML file."""

__version__ = "0.1.0"
