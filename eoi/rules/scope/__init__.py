"""What the scope table puts in scope, and how."""
