"""The tasks of the project: `nox` runs what CI runs, and `nox -s quick` the quick tests.

CI runs them with --no-venv if it has an environment already.
"""

import nox

nox.options.sessions = ["tests", "lint", "site", "coverage", "lowest"]
PYTEST = ("pytest", "-n", "auto")
QUICK = (*PYTEST, "-q", "-m", "not slow")
COUNTED = (*PYTEST, "-q", "-m", "not slow or long")
COVERED = ("--cov", "--cov-report=term:skip-covered")
MOST_TOUCHED = [f"tests/{name}" for name in ("cli", "document", "source", "submission", "reports", "writers")]


def install(session: nox.Session, *packages: str) -> None:
    """Install into the environment of the session, if it has its own."""
    if session.virtualenv.venv_backend != "none":
        session.install(*packages)


@nox.session(python=["3.11", "3.12", "3.13", "3.14"])
def tests(session: nox.Session) -> None:
    """Run all tests that this machine can run."""
    install(session, "-e", ".[test]")
    session.run(*PYTEST, *session.posargs)


@nox.session
def quick(session: nox.Session) -> None:
    """Run the tests for use while you work."""
    install(session, "-e", ".[test]")
    session.run(*QUICK, *session.posargs)


@nox.session
def lint(session: nox.Session) -> None:
    """Run the linter, the formatter and the type checker."""
    install(session, "-e", ".[dev]")
    session.run("ruff", "check")
    session.run("ruff", "format", "--check")
    session.run("mypy")


@nox.session
def site(session: nox.Session) -> None:
    """Build the site; a warning is an error."""
    install(session, "-e", ".[docs]")
    session.run("python", "-m", "sphinx", "-q", "-W", "--keep-going", "-b", "html", "docs", "build/site")


@nox.session
def lowest(session: nox.Session) -> None:
    """Run the quick tests that use the dependencies most, with the lowest versions that are promised."""
    install(session, "-e", ".[test]", "-c", ".ci/floor.txt")
    session.run(*QUICK, *MOST_TOUCHED, *session.posargs)


@nox.session
def coverage(session: nox.Session) -> None:
    """Run the quick and the long tests on all their cases, and fail if they cover too few branches."""
    install(session, "-e", ".[test]")
    session.run(*COUNTED, *COVERED, *session.posargs, env={"EOI_EVERY_TEST": "1"})
