"""The tasks of the project: `nox` runs what CI runs, `nox -s quick` the quick tests."""

import nox

nox.options.sessions = ["tests", "lint", "site", "lowest"]
QUICK = "not slow"
MOST_TOUCHED = [f"tests/{name}" for name in ("cli", "document", "source", "submission", "reports", "writers")]


@nox.session(python=["3.11", "3.12", "3.13", "3.14"])
def tests(session: nox.Session) -> None:
    """Run all tests that this machine can run."""
    session.install("-e", ".[test]")
    session.run("pytest", "-n", "auto", *session.posargs)


@nox.session
def quick(session: nox.Session) -> None:
    """Run the tests to run while you work."""
    session.install("-e", ".[test]")
    session.run("pytest", "-q", "-n", "auto", "-m", QUICK, *session.posargs)


@nox.session
def lint(session: nox.Session) -> None:
    """Run the linter, the formatter and the type checker."""
    session.install("-e", ".[dev]")
    session.run("ruff", "check")
    session.run("ruff", "format", "--check")
    session.run("mypy")


@nox.session
def site(session: nox.Session) -> None:
    """Build the site; a warning is an error."""
    session.install("-e", ".[docs]")
    session.run("python", "-m", "sphinx", "-q", "-W", "--keep-going", "-b", "html", "docs", "build/site")


@nox.session
def lowest(session: nox.Session) -> None:
    """Run the tests that touch the dependencies most, with the lowest releases that are promised."""
    session.install("-e", ".[test]", "-c", ".ci/floor.txt")
    session.run("pytest", "-q", "-n", "auto", *MOST_TOUCHED, "-m", QUICK)
