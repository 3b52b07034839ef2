"""Studies: loading, keys, diagnostics, errors."""

from __future__ import annotations

import copy
import pickle
from pathlib import Path

import numpy as np
import pytest
import recoup


def test_a_study_is_loaded_by_name_path_text_and_dict(tmp_path: Path) -> None:
    text = 'title = "Mine"\nextends = "case:fedex"\n\n[market]\ncustomers = 4_000\n'
    path = tmp_path / "study.toml"
    path.write_text(text)
    by_dict = recoup.load({"title": "Mine", "extends": "case:fedex", "market": {"customers": np.int64(4000)}})
    assert recoup.load(path) == recoup.load(str(path)) == recoup.load(text) == by_dict
    assert hash(by_dict) == hash(recoup.load(text))
    assert recoup.load("case:fedex").name == "fedex"
    assert recoup.load(by_dict, set={"market.customers": 5_000})["market.customers"] == 5_000
    assert recoup.load(by_dict.to_dict(), name="study").strategies == by_dict.strategies


def test_keys_are_got_and_set_by_path(hotel: recoup.Study) -> None:
    assert hotel["market.customers"] == 50_000
    assert hotel['failure."room not ready".rate'].to_dict() == {"mean": 0.05, "sd": 0.0125}
    assert hotel['failure."room not ready".rate'].mean == 0.05
    assert hotel.get("no.such.key", 7) == 7 and "market.customers" in hotel and "market.nobody" not in hotel
    with pytest.raises(KeyError, match="no `market.nobody`"):
        hotel["market.nobody"]
    other = hotel.set("strategy.ask.voice.solicit", 0.25).with_(market__customers=1_000, study__draws=9)
    assert (other["strategy.ask.voice.solicit"], other["market.customers"]) == (0.25, 1_000)
    assert hotel["market.customers"] == 50_000, "a study does not change"
    shape = hotel.set("severity.minor.complain", {"beta": [2, 8]})
    assert shape["severity.minor.complain"].to_dict() == {"beta": [2, 8]}
    assert hotel.set("title", 'A "quoted"\\ title').title == 'A "quoted"\\ title'
    with pytest.raises(AttributeError):
        hotel.name = "other"  # type: ignore[misc]


def test_every_key_has_its_value(hotel: recoup.Study) -> None:
    keys = hotel.keys()
    assert len(keys) > 80 and len(set(keys)) == len(keys) and list(hotel) == keys
    for key in keys:
        assert hotel.get(key) is not None, key
    assert set(hotel.uncertain) <= set(keys)


def test_refusals_have_codes_places_and_ways_out() -> None:
    with pytest.raises(recoup.StudyError) as refused:
        recoup.load('extends = "case:fedex"\n[market]\ncustomers = -5\ncustomrs = 3\n', name="mine")
    error = refused.value
    assert (error.exit_code, error.code) == (2, error.diagnostics[0].code)
    codes = {found.code: found for found in error.diagnostics}
    assert len(error.diagnostics) == 2, "all problems at once"
    below = next(found for found in error.diagnostics if found.place and found.place.line == 3)
    assert below.severity == "error" and str(below.place) == "mine:3:13"
    assert "customers" in below.message and below.text in str(error)
    misspelt = next(found for found in codes.values() if found.place and found.place.line == 4)
    assert misspelt.help and "customers" in misspelt.help
    again = pickle.loads(pickle.dumps(error))
    assert (str(again), again.code, again.diagnostics) == (str(error), error.code, error.diagnostics)


def test_check_gives_what_load_raises(hotel: recoup.Study) -> None:
    assert {found.severity for found in recoup.check("city-hotel")} == {"note"}
    assert recoup.check("city-hotel") == hotel.check()
    wrong = recoup.check({"extends": "case:fedex", "market": {"customers": -5}})
    assert [found.severity for found in wrong] == ["error"]
    assert [found.code for found in recoup.check("no-such-study")] == ["S007"]
    assert [found.code for found in recoup.check("no/such/file.toml")] == ["S001"]


@pytest.mark.parametrize(
    "ask, code",
    [
        (lambda s: s.set("no.such", 1), "S010"),
        (lambda s: s.breakeven("no.such.key"), "S040"),
        (lambda s: s.breakeven("acquisition.cost_ratio", strategy="nobody"), "S042"),
        (lambda s: s.breakeven("acquisition.cost_ratio", scenario="nowhere"), "S064"),
        (lambda s: s.run(memory="1M"), "S067"),
        (lambda s: s.run(engine="magic"), "U002"),
        (lambda s: s.run(lang="fr"), "U002"),
        (lambda s: s.run(threads=0), "U002"),
        (lambda s: s.run(draws="many"), "U002"),
        (lambda s: s.run(draws=-1), "U002"),
        (lambda s: s.set("market.customers", None), "U002"),
        (lambda s: s.set("market.customers", float("nan")), "U002"),
        (lambda s: s.set("market.customers", object()), "U002"),
        (lambda s: s.sweep(), "U002"),
        (lambda s: s.why(by="moon"), "U002"),
        (lambda s: s.story(most_different=0), "U002"),
        (lambda s: s.sensitivity(rows=1), "U002"),
        (lambda s: s["a b"], "U002"),
        (lambda s: s.set("a b", 1), "S022"),
    ],
)
def test_what_cannot_be_asked_is_an_error_with_a_code(ask: object, code: str, hotel: recoup.Study) -> None:
    with pytest.raises(recoup.RecoupError) as raised:
        ask(hotel)  # type: ignore[operator]
    assert raised.value.code == code and raised.value.exit_code == 2


def test_studies_are_pickled_and_copied(hotel: recoup.Study, tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    path.write_text('extends = "case:fedex"\n')
    for study in (hotel, hotel.set("market.customers", 9), recoup.load(path), recoup.load(path.read_text() + "\n")):
        again = pickle.loads(pickle.dumps(study))
        assert again == study and again.run(draws=2) == study.run(draws=2)
    assert copy.deepcopy(hotel) == hotel
    pickled = pickle.dumps(recoup.load(path))
    path.write_text('extends = "case:hilton"\n')
    with pytest.raises(recoup.StudyError, match="not as it was"):
        pickle.loads(pickled)


def test_a_file_that_changes_does_not_change_a_study(tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    path.write_text('extends = "case:fedex"\n')
    study = recoup.load(path, set={"study.draws": 8})
    before = study.run()
    path.write_text('extends = "case:hilton"\n')
    assert study.run() == before
    with pytest.raises(recoup.StudyError, match="changed after it was loaded"):
        study.run(draws=16)
