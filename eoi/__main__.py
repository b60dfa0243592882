"""`python -m eoi` is `eoi`."""

from eoi.cli.entry import main

main()
