"""Batches: the folder of the program, resumed, in parts."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
import recoup

from conftest import files

# What depends on the moment or on how the batch was asked for.
OF_THE_MOMENT = {"manifest.toml", "batch.toml"}


def alike(one: Path, other: Path) -> None:
    assert files(one) == files(other)
    for name in files(one):
        if name.name not in OF_THE_MOMENT and not name.name.endswith(".lock"):
            assert (one / name).read_bytes() == (other / name).read_bytes(), name


def test_a_batch_is_that_of_the_program(program: Path, tmp_path: Path) -> None:
    command = [program, "batch", "tarp-major", "tarp-minor", "--draws", "8", "--out", "batch", "--quiet"]
    (tmp_path / "program").mkdir()
    subprocess.run(command, cwd=tmp_path / "program", check=True)
    record = recoup.batch(["tarp-major", "tarp-minor"], tmp_path / "batch", draws=8)
    assert (record.done, record.failed, [study.name for study in record.studies]) == (2, 0, ["tarp-major", "tarp-minor"])
    alike(tmp_path / "batch", tmp_path / "program" / "batch")


def test_loaded_studies_and_what_is_there(tmp_path: Path) -> None:
    study = recoup.load("tarp-major", set={"study.draws": 4})
    more = study.set("market.customers", 1_000)
    record = recoup.batch([study, more, recoup.load('extends = "case:hilton"\n', name="mine")], tmp_path / "b", charts=False)
    assert [line.name for line in record.studies] == ["tarp-major", "tarp-major-2", "mine"]
    written = recoup.load(tmp_path / "b" / "tarp-major-2" / "study.toml")
    assert written["market.customers"] == 1_000 and written["study.draws"] == 4
    before = {name: (tmp_path / "b" / name).stat().st_mtime_ns for name in files(tmp_path / "b") if name.name == "result.json"}
    steps = []
    recoup.batch([study, more], tmp_path / "b", charts=False, progress=lambda *step: steps.append(step))
    assert steps[-1] == ("done", 1, 1)
    assert {name: (tmp_path / "b" / name).stat().st_mtime_ns for name in before} == before, "what is whole is not run again"


def test_a_study_that_fails_is_told(tmp_path: Path) -> None:
    record = recoup.batch(["tarp-major", "no-such-study"], tmp_path / "b", draws=2, charts=False)
    assert (record.done, record.failed) == (1, 1) and "S007" in record.studies[1].problems[0]
    with pytest.raises(recoup.StudyError, match="S070"):
        recoup.batch([], tmp_path / "c")
    with pytest.raises(recoup.UsageError):
        recoup.batch("tarp-major", tmp_path / "c", shard="3/2")
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "letter.txt").write_text("mine")
    with pytest.raises(recoup.RecoupError) as foreign:
        recoup.batch("tarp-major", tmp_path / "mine", draws=2)
    assert foreign.value.code == "U003" and (tmp_path / "mine" / "letter.txt").read_text() == "mine"


def test_parts_are_joined_to_the_same_bytes(tmp_path: Path) -> None:
    recoup.batch("city-hotel", tmp_path / "whole" / "batch", draws=128, charts=False)
    out = tmp_path / "parts" / "batch"
    for shard in ("1/2", "2/2"):
        recoup.batch("city-hotel", out, draws=128, charts=False, shard=shard, split="draws")
    record = recoup.merge(tmp_path / "parts" / "batch.parts", out)
    assert record.done == 1
    alike(out, tmp_path / "whole" / "batch")
