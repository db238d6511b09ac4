"""`python -m chipload` is the command `chipload`."""

from chipload.cli import main

raise SystemExit(main())
