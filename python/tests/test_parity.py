"""The same study gives the same bytes as the program."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Callable

import pytest
import recoup

Says = Callable[..., str]

QUESTIONS = {
    "run": (lambda s: s.run(draws=16), ["run", "city-hotel", "--draws", "16", "--no-charts", "--json", "--quiet"]),
    "run by agents": (
        lambda s: s.with_({"market.customers": 300}).run(draws=2, engine="agents", seed=7),
        [
            "run", "city-hotel", "--set", "market.customers=300", "--draws", "2", "--engine", "agents", "--seed", "7",
            "--no-charts", "--json", "--quiet",
        ],
    ),
    "decide": (lambda s: s.decide(draws=64), ["decide", "city-hotel", "--draws", "64", "--json", "--quiet"]),
    "sensitivity": (
        lambda s: s.sensitivity(rows=64),
        ["sensitivity", "city-hotel", "--rows", "64", "--json", "--quiet"],
    ),
    "sweep": (
        lambda s: s.sweep(("voice.solicit", 0, 1, 5), strategy="ask and answer", draws=16),
        [
            "sweep", "city-hotel", "--over", "voice.solicit=0:1:5", "--strategy", "ask and answer", "--draws", "16",
            "--json", "--quiet",
        ],
    ),
    "map": (
        lambda s: s.sweep(("voice.solicit", 0, 1, 3), ("acquisition.cost_ratio", 2, 8, 3), draws=8),
        [
            "sweep", "city-hotel", "--over", "voice.solicit=0:1:3", "--over", "acquisition.cost_ratio=2:8:3",
            "--draws", "8", "--json", "--quiet",
        ],
    ),
    "breakeven": (
        lambda s: s.breakeven("acquisition.cost_ratio", draws=16, scenario="lost for good"),
        [
            "breakeven", "city-hotel", "--key", "acquisition.cost_ratio", "--draws", "16", "--scenario",
            "lost for good", "--json", "--quiet",
        ],
    ),
    "optimize": (
        lambda s: s.optimize(200_000, {"voice.solicit_cost": (0, 2)}, draws=8),
        ["optimize", "city-hotel", "--budget", "200000", "--lever", "voice.solicit_cost=0:2", "--draws", "8", "--json", "--quiet"],
    ),
    "why": (lambda s: s.why(draws=8, by="key"), ["why", "city-hotel", "--draws", "8", "--by", "key", "--json", "--quiet"]),
    "variants": (lambda s: s.variants(), ["variants", "city-hotel", "--json", "--quiet"]),
    "fmea": (lambda s: s.fmea(draws=16), ["fmea", "city-hotel", "--draws", "16", "--json", "--quiet"]),
    "in Spanish": (lambda s: s.variants(lang="es"), ["variants", "city-hotel", "--lang", "es", "--json", "--quiet"]),
}  # fmt: skip


@pytest.mark.parametrize("question", QUESTIONS)
def test_answers_are_those_of_the_program(question: str, hotel: recoup.Study, says: Says) -> None:
    ask, arguments = QUESTIONS[question]
    assert ask(hotel).to_json() == says(*arguments)


def test_stories_and_the_paradox_are_those_of_the_program(hotel: recoup.Study, says: Says) -> None:
    small = hotel.set("market.customers", 2_000)
    story = ["story", "city-hotel", "--set", "market.customers=2000", "--json", "--quiet"]
    assert small.story().to_json() == says(*story)
    assert small.story(customer=5).to_json() == says(*story, "--customer", "5")
    assert recoup.load("paradox-class").paradox(draws=20).to_json() == says("paradox", "--draws", "20", "--json", "--quiet")


def test_case_studies_are_those_of_the_program(says: Says) -> None:
    assert [case.to_dict() for case in recoup.cases()] == json.loads(says("cases", "--json"))
    assert recoup.case("fedex", lang="zh").to_dict() == json.loads(says("cases", "fedex", "--lang", "zh", "--json"))[0]


def test_a_fit_is_that_of_the_program(samples: Path, says: Says) -> None:
    fitted = recoup.fit(
        samples / "customers.csv",
        samples / "complaints.csv",
        purchases=samples / "purchases.csv",
        failures=samples / "failures.csv",
        set={"segment.leisure.retention_cost": 12, "segment.business.retention_cost": 30},
        name="new",
    )
    arguments = [
        "fit", "--customers", str(samples / "customers.csv"), "--complaints", str(samples / "complaints.csv"),
        "--purchases", str(samples / "purchases.csv"), "--failures", str(samples / "failures.csv"),
        "--set", "segment.leisure.retention_cost = 12", "--set", "segment.business.retention_cost = 30",
        "--out", "new.toml", "--json", "--quiet",
    ]  # fmt: skip
    assert fitted.answer.to_json() == says(*arguments)
    assert fitted.study.name == "new" and fitted.study.run(draws=2).study == "new"
    assert fitted.answer.tables and fitted.answer.charts


def test_a_study_from_a_file_is_that_of_the_program(tmp_path: Path, says: Says) -> None:
    (tmp_path / "base.toml").write_text('extends = "case:fedex"\ntitle = "Base"\n')
    (tmp_path / "mine.toml").write_text('extends = "base.toml"\nmarket.customers = 4_000\n')
    study = recoup.load(tmp_path / "mine.toml")
    assert (study.name, study.title, study["market.customers"]) == ("mine", "Base", 4000)
    assert study.run(draws=8).to_json() == says("run", "mine.toml", "--draws", "8", "--no-charts", "--json", "--quiet")


def test_tables_and_charts_are_those_of_the_folder(hotel: recoup.Study, says: Says, tmp_path: Path) -> None:
    import polars

    says("run", "city-hotel", "--draws", "16", "--quiet", "--out", "folder")
    ran = hotel.run(draws=16, histories=True)
    folder = tmp_path / "folder"
    names = sorted(path.stem for path in (folder / "tables").glob("*.parquet"))
    assert sorted(ran.tables) == names
    for name in names:
        assert ran.to_polars(name).equals(polars.read_parquet(folder / "tables" / f"{name}.parquet")), name
    charts = sorted(str(path.relative_to(folder / "charts").with_suffix("")) for path in folder.glob("charts/**/*.svg"))
    assert sorted(ran.charts) == charts
    for name in charts:
        assert ran.chart(name).svg == (folder / "charts" / f"{name}.svg").read_text("utf-8"), name


def test_the_page_of_an_answer_is_that_of_the_folder(hotel: recoup.Study, says: Says, tmp_path: Path) -> None:
    says("decide", "city-hotel", "--draws", "64", "--quiet", "--out", "folder")
    page = hotel.decide(draws=64).to_html()
    written = (tmp_path / "folder" / "answer.html").read_text("utf-8")
    # The page of the folder also has the notes on the settings that the command line made.
    assert page.split("<body")[1].split("<footer")[0] == written.split("<body")[1].split("<footer")[0]


def test_the_command_is_the_program(program: Path, tmp_path: Path) -> None:
    command = Path(sys.executable).with_name("recoup")
    assert command.is_file(), "the wheel brings the command"
    for arguments in (
        ["--version"],
        ["check", "city-hotel"],
        ["explain", "voice.solicit"],
        ["run", "no-such-study"],
        ["--no-such-option"],
        ["breakeven", "--key", "acquisition.cost_ratio", "--draws", "8", "--json", "--quiet"],
        ["check", "nothing.toml", "--lang", "es"],
        [],
    ):
        done = [
            subprocess.run([start, *arguments], cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
            for start in (program, command)
        ]
        told = [(one.returncode, one.stdout, one.stderr) for one in done]
        assert told[0] == told[1], arguments
    module = subprocess.run([sys.executable, "-m", "recoup", "--version"], stdout=subprocess.PIPE)
    assert module.stdout.decode().split() == ["recoup", recoup.__version__]


def test_scripts_of_a_job_array_start_the_command(tmp_path: Path) -> None:
    command = Path(sys.executable).with_name("recoup")
    subprocess.run([command, "batch", "city-hotel", "--slurm", "--quiet", "--out", "out"], cwd=tmp_path, check=True)
    scripts = [path.read_text() for path in (tmp_path / "out.parts" / "slurm").iterdir()]
    assert any(str(command) in script for script in scripts)
