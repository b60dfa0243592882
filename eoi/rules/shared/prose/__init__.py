"""Sentences and words: helpers of the rules that read long texts."""
