"""Run the command line: `python -m eoi` is `eoi`."""

from eoi.cli.entry import program

# A worker imports the main module once more, where the system cannot fork.
if __name__ == "__main__":
    program()
