from hypothesis import given
from tests.strategies import submissions
@given(submissions())
def test_x(f): pass
