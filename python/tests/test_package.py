"""The package: types, examples of the documentation, notebooks."""

from __future__ import annotations

import doctest
import os
import subprocess
import sys
from pathlib import Path

import pytest
import recoup

HERE = Path(__file__).resolve().parent
PYTHON = HERE.parent


def test_the_package_is_typed() -> None:
    pytest.importorskip("mypy")
    options = ["--strict", "--config-file", str(PYTHON / "pyproject.toml")]
    done = subprocess.run([sys.executable, "-m", "mypy", *options, "-p", "recoup"], stdout=subprocess.PIPE, text=True)
    assert done.returncode == 0, done.stdout


def test_users_are_checked_by_the_types(tmp_path: Path) -> None:
    pytest.importorskip("mypy")
    good = "import recoup\nanswer: recoup.Ran = recoup.load('city-hotel').run(draws=2)\nnames: list[str] = answer.tables\n"
    bad = good + "recoup.load('city-hotel').run(draws='two')\nrecoup.load(3)\n"
    for text, errors in ((good, 0), (bad, 2)):
        (tmp_path / "user.py").write_text(text)
        done = subprocess.run([sys.executable, "-m", "mypy", "--strict", "user.py"], cwd=tmp_path, stdout=subprocess.PIPE, text=True)
        assert done.stdout.count("error:") == errors, done.stdout


def test_the_module_says_what_is_true() -> None:
    found = doctest.testmod(recoup)
    assert found.attempted > 3 and found.failed == 0


def test_the_guide_says_what_is_true(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    guide = PYTHON.parent / "docs" / "python.md"
    monkeypatch.chdir(tmp_path)
    found = doctest.testfile(str(guide), module_relative=False, optionflags=doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE)
    assert found.attempted > 15 and found.failed == 0


@pytest.mark.parametrize("notebook", ["decision", "paradox", "own_data", "sensitivity"])
def test_notebooks_run(notebook: str, samples: Path, tmp_path: Path) -> None:
    jupytext = pytest.importorskip("jupytext")
    nbclient = pytest.importorskip("nbclient")
    pytest.importorskip("ipykernel")
    if notebook == "sensitivity":
        pytest.importorskip("SALib")
    os.environ["RECOUP_SAMPLES"] = str(samples)
    read = jupytext.read(PYTHON / "notebooks" / f"{notebook}.py")
    read.metadata["kernelspec"] = {"name": "python3", "display_name": "Python 3", "language": "python"}
    client = nbclient.NotebookClient(read, timeout=300, kernel_name="python3", resources={"metadata": {"path": tmp_path}})
    client.execute()
    shown = [output for cell in read.cells for output in cell.get("outputs", []) if "data" in output]
    kinds = {kind for output in shown for kind in output["data"]}
    assert kinds & {"text/html", "image/svg+xml"}, "a page, a table or a chart is shown"
