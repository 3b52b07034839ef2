"""What all tests share."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path
from typing import Callable, List

import pytest
import recoup

HERE = Path(__file__).resolve().parent
REPOSITORY = HERE.parent.parent


TINY = """extends = "preset:tarp-major"

[horizon]
periods = 2

[market]
customers = 10
prospects = 0

[study]
variants = false

[[segment]]
name = "customers"
share = 1.0
purchases_per_year = 4.0
margin = 60.0
retention_cost = 12.0
base_loyalty = 0.87

[[failure]]
name = "late delivery"
severity = "major"
rate = 0.05

[[strategy]]
name = "today"

[[strategy]]
name = "ask"
voice = { solicit = 0.5 }
"""
"""A study that takes little time."""


@pytest.fixture(scope="session")
def program() -> Path:
    """The program that answers are compared with."""
    path = os.environ.get("RECOUP_PROGRAM", str(REPOSITORY / "target" / "debug" / "recoup"))
    assert Path(path).is_file(), f"RECOUP_PROGRAM names no program: {path}"
    return Path(path)


@pytest.fixture()
def says(program: Path, tmp_path: Path) -> Callable[..., str]:
    """What the program prints."""

    def run(*arguments: str) -> str:
        done = subprocess.run([program, *arguments], cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        assert done.returncode == 0, done.stderr.decode()
        return done.stdout.decode("utf-8")

    return run


@pytest.fixture(scope="session")
def hotel() -> recoup.Study:
    return recoup.load("city-hotel")


@pytest.fixture(scope="session")
def samples() -> Path:
    return REPOSITORY / "scenarios" / "data" / "hotel"


def files(folder: Path) -> List[Path]:
    """The files of a result folder, by their paths inside it."""
    return sorted(path.relative_to(folder) for path in folder.rglob("*") if path.is_file())
