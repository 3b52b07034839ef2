"""Answers: fields, tables, charts, pages, pickles."""

from __future__ import annotations

import copy
import json
import pickle
import xml.etree.ElementTree as xml
from pathlib import Path

import pandas
import polars
import pyarrow
import pytest
import recoup


@pytest.fixture(scope="module")
def ran(hotel: recoup.Study) -> recoup.Ran:
    return hotel.run(draws=16, histories=True)


def test_fields_are_those_of_the_json(ran: recoup.Ran) -> None:
    found = json.loads(ran.to_json())
    assert ran.to_dict() == found and ran.kind == "run"
    assert ran.strategies[1].name == found["strategies"][1]["name"]
    assert ran.scenarios[0].strategies[1].difference.npv.p05 < 0 < ran.strategies[3].difference.npv.p95
    assert ran["study"] == "city-hotel" and isinstance(ran.strategies, tuple)
    assert "strategies" in dir(ran) and "study='city-hotel'" in repr(ran)
    with pytest.raises(AttributeError, match="no field `nothing`"):
        ran.nothing
    with pytest.raises(AttributeError, match="does not change"):
        ran.study = "other"
    with pytest.raises(AttributeError, match="does not change"):
        ran.strategies[0].name = "other"


def test_answers_are_values(hotel: recoup.Study, ran: recoup.Ran) -> None:
    again = hotel.run(draws=16)
    assert again == ran and hash(again) == hash(ran) and hotel.run(draws=8) != ran
    assert len({ran.strategies[0], again.strategies[0], ran.strategies[1]}) == 2


def test_tables_go_to_polars_pandas_and_arrow(ran: recoup.Ran) -> None:
    assert ran.tables[0] == "summary" and "histories" in ran.tables
    frame = ran.to_polars()
    assert frame.equals(polars.DataFrame(ran)) and frame.height == 10
    assert pyarrow.table(ran).num_rows == 10
    assert ran.to_pandas().equals(pyarrow.table(ran.table("summary")).to_pandas())
    lists = ran.table("summary").to_lists()
    assert pandas.DataFrame(lists)["npv"].tolist() == frame["npv"].to_list()
    means = {name: s.npv.mean for name, s in zip(frame["strategy"], ran.strategies)}
    assert frame.filter(polars.col("scenario") == "base")["npv"].to_list() == list(means.values())
    with pytest.raises(KeyError, match="no table `nothing`: there is summary"):
        ran.to_polars("nothing")


def test_arrow_takes_the_columns_as_they_are(ran: recoup.Ran) -> None:
    # A table that nobody changes gives the same stream again and again.
    table = ran.table("cash")
    first, second = pyarrow.table(table), pyarrow.table(table)
    assert first.equals(second) and first.schema.field("net").type == pyarrow.float64()
    assert repr(table).startswith("<table cash: ")


def test_histories_are_every_simulation(hotel: recoup.Study, ran: recoup.Ran) -> None:
    frame = ran.histories().to_polars()
    assert frame.columns == [
        "scenario", "strategy", "draw", "replicate", "npv", "pv_contribution", "pv_programme", "npv_difference", "lost",
    ]  # fmt: skip
    mean = frame.filter((polars.col("scenario") == "base") & (polars.col("strategy") == "ask"))["npv"].mean()
    assert mean == pytest.approx(ran.strategies[1].npv.mean, rel=1e-12)
    with pytest.raises(KeyError, match="histories=True"):
        hotel.run(draws=2).histories()


def test_charts_and_pages(hotel: recoup.Study, ran: recoup.Ran, tmp_path: Path) -> None:
    decided = hotel.decide(draws=32)
    for answer in (ran, decided, hotel.breakeven("acquisition.cost_ratio", draws=8)):
        page = answer.to_html()
        assert page.lower().startswith("<!doctype html>") and hotel.title in page
        shown = answer._repr_html_()
        assert shown.startswith("<iframe srcdoc=") and "<script" not in shown
    chart = decided.chart("7-acceptability-budget")
    assert xml.fromstring(chart._repr_svg_()).tag.endswith("svg") and chart.title in repr(chart)
    chart.save(tmp_path / "chart.svg")
    assert (tmp_path / "chart.svg").read_text("utf-8") == chart.svg
    decided.save(tmp_path / "page.html")
    assert (tmp_path / "page.html").read_text("utf-8") == decided.to_html()
    with pytest.raises(KeyError, match="no chart `nothing`: there is"):
        decided.chart("nothing")


def test_languages(hotel: recoup.Study) -> None:
    assert "Hotel de ciudad" in hotel.decide(draws=8, lang="es").to_html()
    assert "城市酒店" in hotel.run(draws=2, lang="zh").to_html()


def test_answers_are_pickled_with_what_they_show(hotel: recoup.Study, ran: recoup.Ran) -> None:
    for answer in (hotel.run(draws=16), hotel.why(draws=8), hotel.sweep(("voice.solicit", 0, 1, 3), draws=4)):
        again = pickle.loads(pickle.dumps(answer))
        assert type(again) is type(answer) and again == answer and again.diagnostics == answer.diagnostics
        assert again.to_html() == answer.to_html() and again.charts == answer.charts
        for name in again.tables:
            assert again.to_polars(name).equals(answer.to_polars(name))
    # Simulations are many: they are not lost unseen.
    with pytest.raises(TypeError, match="histories are not pickled"):
        pickle.dumps(ran)
    for copied in (copy.copy(ran), copy.deepcopy(ran)):
        assert copied == ran and copied.histories().to_polars().equals(ran.histories().to_polars())
    strategy = ran.strategies[1]
    assert pickle.loads(pickle.dumps(strategy)) == strategy


def test_cautions_are_diagnostics(hotel: recoup.Study) -> None:
    answer = hotel.run(draws=2)
    assert any(found.code.startswith("A") for found in answer.diagnostics)
    assert all(found.severity in ("note", "warning") for found in answer.diagnostics)


def test_a_file_that_changes_is_not_mixed_with_a_study(tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    path.write_text('extends = "case:fedex"\n')
    study = recoup.load(path)
    assert study.set("study.draws", 4)["study.draws"] == 4
    path.write_text('extends = "case:hilton"\n')
    for ask in (
        lambda: study.set("study.draws", 4),
        lambda: study.with_(study__draws=4),
        lambda: recoup.batch([study], tmp_path / "batch", draws=2, charts=False),
    ):
        with pytest.raises(recoup.StudyError, match="changed after it was loaded") as refused:
            ask()
        assert refused.value.code == "S072"
    assert not (tmp_path / "batch").exists()


@pytest.mark.parametrize("text", ['a "b" \\ c', "it's ''' \"\"\"", "{ a = 1 } # b", "城市"])
def test_texts_are_set_as_they_are(text: str, hotel: recoup.Study) -> None:
    assert hotel.set("title", text).to_dict()["title"] == text


def test_a_text_of_several_lines_is_one_setting(hotel: recoup.Study) -> None:
    with pytest.raises(recoup.StudyError, match="must not hold control characters") as refused:
        hotel.set("title", "a\nb")
    assert refused.value.code == "S012"
    assert hotel.set("summary", "a\n\tb\n")["summary"] == "a\n\tb\n"


@pytest.mark.parametrize(
    "options, said",
    [
        ('{"seed": 1, "draws": 1.5, "lang": "en"}', "draws: 1.5 is no whole number from 0"),
        ('{"draws": -1}', "draws: -1 is no whole number"),
        ('{"scenario": "a\\"b: {", "draws": "many"}', 'draws: "many" is no whole number'),
        ('{"seed": 18446744073709551616}', "seed: 18446744073709551616 is no whole number from 0 to 18446744073709551615"),
        ('{"engine": 5}', "engine: invalid type: integer `5`, expected a string"),
        ('{"draws": [1]}', "draws: invalid type: sequence, expected u64"),
        ('{"bad": 5}', "unknown field `bad`"),
    ],
)
def test_what_is_wrong_with_an_argument_is_said_with_its_name(options: str, said: str, hotel: recoup.Study) -> None:
    with pytest.raises(recoup.UsageError) as raised:
        hotel._study.run(options)
    assert str(raised.value).startswith(f"[U002] {said}")
