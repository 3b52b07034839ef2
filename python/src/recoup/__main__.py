"""``python -m recoup``: the command ``recoup``."""

from recoup._cli import main

main()
