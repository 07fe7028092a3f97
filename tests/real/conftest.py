"""Tests here look at the built site of the real content."""

from tests.real_site import real_site

__all__ = ["real_site"]
