"""Options and fixtures for all tests."""

from __future__ import annotations

import pytest
from hypothesis import settings

# No test depends on how fast the machine is; under CI=true hypothesis itself sees to it that runs do not differ.
settings.register_profile("portal", settings(), deadline=None)
settings.load_profile("portal")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--bless", action="store_true", help="accept what is made now as the expected output")


@pytest.fixture
def bless(request: pytest.FixtureRequest) -> bool:
    """Whether expected output is to be written instead of compared."""
    return bool(request.config.getoption("--bless"))
