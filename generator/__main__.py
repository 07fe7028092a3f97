"""``python -m generator`` is the same program as ``portal``."""

import sys

from generator.cli import main

sys.exit(main())
