"""What the Python tests share: the project, its script, and a project freshly cloned."""

import os
import pathlib
import shutil
import subprocess

import pytest

HOME = pathlib.Path(os.environ.get("LECTERN_HOME") or pathlib.Path(__file__).resolve().parents[5])
PRIVATE = HOME / ".lectern"


def clean_environment(**changes):
    """The environment of a user's terminal: what ./lectern exported for this test run is taken out."""
    inherited = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("LECTERN_", "JUPYTER", "PYTEST")) and name not in ("JAVA_HOME", "PYTHONUTF8")
    }
    inherited.update({name: str(value) for name, value in changes.items()})
    return inherited


def copy_project(target):
    """The sources of this project, as a clone would have them, without anything built or set up."""
    ignored = shutil.ignore_patterns(".lectern", "target", ".git", "__pycache__", "*.pyc")
    shutil.copytree(HOME, target, ignore=ignored, symlinks=True)
    return target


def lectern(project, *arguments, timeout=600, **options):
    """Runs ./lectern there; the answer holds the code and both outputs as one text."""
    options.setdefault("env", clean_environment())
    return subprocess.run(
        [str(project / "lectern"), *arguments],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        timeout=timeout,
        **options,
    )


def busy():
    """Whether this machine has more to do than it has cores for."""
    return os.getloadavg()[0] > os.cpu_count()


@pytest.fixture(scope="session")
def project():
    return HOME
