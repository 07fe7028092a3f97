"""Options and fixtures for all tests."""

from __future__ import annotations

import pytest
from hypothesis import settings

settings.register_profile(
    "portal", settings(), deadline=None, max_examples=4000
)  # no test depends on how fast the machine is
settings.load_profile("portal")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--bless", action="store_true", help="accept what is made now as the expected output")


@pytest.fixture
def bless(request: pytest.FixtureRequest) -> bool:
    """Whether expected output is to be written instead of compared."""
    return bool(request.config.getoption("--bless"))
