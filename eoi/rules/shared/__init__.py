"""Helpers of several rules: none of these modules is a rule."""
