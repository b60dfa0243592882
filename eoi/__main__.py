"""The command line as a module: `python -m eoi` is the same as `eoi`."""

from eoi.cli.entry import program

# On systems that cannot fork, a worker imports this module too, and must not run the program.
if __name__ == "__main__":
    program()
