"""The commands of ``portal``: one module for what belongs together; words to functions."""
