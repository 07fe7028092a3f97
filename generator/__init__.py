"""A generator: YAML content of a ward's portal in, Markdown pages and a published site out.

The flow stands on one screen in :mod:`generator.build`.
"""

__version__ = "0.1.0"
