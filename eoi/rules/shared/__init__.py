"""What several rules need: none of these modules is a rule."""
