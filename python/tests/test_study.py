"""Studies: loading, keys, diagnostics, errors."""

from __future__ import annotations

import copy
import io
import json
import pickle
import sys
from pathlib import Path
from types import MappingProxyType
from typing import Any, Dict

import numpy as np
import pytest
import recoup
from recoup import _progress

from conftest import TINY


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
        (lambda s: s.set("a b", 1), "U002"),
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


def test_what_a_key_gives_can_be_given_back(hotel: recoup.Study) -> None:
    for key in ("severity.minor.complain", "market", "strategy.ask", 'failure."room not ready"', "market.customers"):
        assert hotel.set(key, hotel[key]) == hotel, key
    other = hotel.set("severity.minor", {"complain": hotel["severity.major.complain"]})
    assert other["severity.minor.complain"] == hotel["severity.major.complain"]
    nested = {"extends": "case:fedex", "market": MappingProxyType({"customers": 5})}
    assert recoup.load(nested)["market.customers"] == 5
    assert recoup.load(recoup.Fields(hotel.to_dict())) == recoup.load(hotel.to_dict())


def test_a_key_is_no_text_that_is_pasted(hotel: recoup.Study) -> None:
    for key in ('title="z" #', "a..b", "", "a b"):
        with pytest.raises(recoup.UsageError, match="is no key"):
            hotel.set(key, 5)
    with pytest.raises(recoup.UsageError, match="a key is a text, not 5"):
        hotel.set(5, 1)  # type: ignore[arg-type]


def test_what_is_in_a_study_has_a_value(hotel: recoup.Study) -> None:
    assert "market" in hotel and "strategy.ask" in hotel and all(key in hotel for key in hotel)
    for key in ("", "a..b", "a b", "market.nobody", 5, None):
        assert key not in hotel and hotel.get(key, 3) == 3  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "name, ask",
    [
        ("threads", lambda s: s.run(threads=-1)),
        ("threads", lambda s: s.run(threads=1.5)),
        ("histories", lambda s: s.run(histories=1)),
        ("seed", lambda s: s.run(seed=2**64)),
        ("lang", lambda s: s.run(lang=3)),
        ("progress", lambda s: s.run(progress=5)),
        ("over", lambda s: s.sweep("voice.solicit", 0, 1, 3)),
        ("levers", lambda s: s.optimize(3e5, {"voice.solicit": (0, 1, 2)})),
        ("levers", lambda s: s.optimize(3e5, "voice.solicit")),
        ("budget", lambda s: s.optimize("much", {"voice.solicit": (0, 1)})),
        ("key", lambda s: s.breakeven(3)),
        ("range", lambda s: s.breakeven("acquisition.cost_ratio", range=(1,))),
        ("method", lambda s: s.sensitivity(method=None)),
        ("groups", lambda s: s.decide(groups=5)),
        ("set", lambda s: recoup.load(s, set=["voice.solicit"])),
        ("name", lambda s: recoup.load({}, name=5)),
        ("name", lambda s: recoup.case(None)),
        ("lang", lambda s: recoup.cases(3)),
        ("customers", lambda s: recoup.fit(None, None)),
        ("studies", lambda s: recoup.batch(5, "nowhere")),
        ("out", lambda s: recoup.batch(s, b"nowhere")),
        ("parts", lambda s: recoup.merge(b"nowhere")),
        ("count", lambda s: s.evaluator().sample(-1)),
    ],
)
def test_an_argument_that_cannot_be_used_is_named(name: str, ask: Any, hotel: recoup.Study) -> None:
    with pytest.raises(recoup.UsageError, match=f"`{name}` takes") as raised:
        ask(hotel)
    assert (raised.value.code, raised.value.exit_code) == ("U002", 2)


def test_what_is_no_study_is_refused() -> None:
    loop: Dict[str, Any] = {}
    loop["market"] = loop
    for source, message in (
        (b"city-hotel", "a path, a name, a text or a dict"),
        ({("a", "b"): 1}, "a key is a text"),
        ({5: 1}, "a key is a text"),
        (loop, "contains itself"),
    ):
        with pytest.raises(recoup.UsageError, match=message):
            recoup.load(source)  # type: ignore[arg-type]


def test_scalars_and_arrays_of_numpy_are_arguments(hotel: recoup.Study) -> None:
    assert hotel.run(draws=np.int64(2), threads=np.int64(1)) == hotel.run(draws=2)
    levers = {"voice.solicit": np.array([0.0, 1.0])}
    assert hotel.optimize(3e5, levers, draws=2).kind == "optimize"  # type: ignore[arg-type]


def test_one_text_is_a_list_of_one(hotel: recoup.Study) -> None:
    key = "acquisition.cost_ratio"
    assert hotel.evaluator(key, strategies="ask").names == [key]
    assert hotel.decide(groups=key, draws=200) == hotel.decide(groups=[key], draws=200)


def test_an_answer_is_read_as_a_dict_and_does_not_change(hotel: recoup.Study) -> None:
    answer = hotel.run(draws=2)
    names = list(json.loads(answer.to_json()))
    assert list(answer) == names and len(answer) == len(names) and list(dict(answer)) == names  # type: ignore[call-overload]
    assert "strategies" in answer and "nobody" not in answer and 0 not in answer
    for frozen in (answer, hotel):
        for name in ("_answer", "_study", "kind"):
            with pytest.raises(AttributeError, match="does not change"):
                delattr(frozen, name)
    with pytest.raises(AttributeError):
        answer._nothing
    with pytest.raises(AttributeError):
        recoup.Answer.__new__(recoup.Answer)._answer


def test_what_does_not_change_is_its_own_copy(hotel: recoup.Study) -> None:
    for one in (hotel, hotel.run(draws=2, histories=True), hotel.evaluator()):
        assert copy.copy(one) is one and copy.deepcopy([one])[0] is one


def test_fields_that_are_equal_have_the_same_hash() -> None:
    one, other = recoup.Fields({"a": 1, "b": [2, {"c": 3, "d": 4}]}), recoup.Fields({"b": [2, {"d": 4, "c": 3}], "a": 1})
    assert one == other and hash(one) == hash(other)


def test_a_record_of_a_batch_stays_one() -> None:
    record = recoup.Batch({"done": 1, "studies": [{"name": "a"}]})
    for again in (pickle.loads(pickle.dumps(record)), copy.copy(record), copy.deepcopy(record)):
        assert type(again) is recoup.Batch and again == record and repr(again) == "Batch(done=1, studies=(1 items))"
        assert type(again.studies[0]) is recoup.Fields


def test_a_batch_takes_dicts(tmp_path: Path) -> None:
    mine = {"extends": "case:fedex", "study": {"draws": 2}}
    for number, studies in enumerate((mine, [mine, recoup.load(TINY)], recoup.Fields(mine))):
        record = recoup.batch(studies, tmp_path / str(number), draws=2, charts=False)
        assert record.failed == 0 and record.done == (2 if isinstance(studies, list) else 1)


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


STEPS = [("simulating", 0, 100), ("simulating", 1, 1000), ("simulating", 50, 100), ("charts", 0, 0), ("charts", 0, 0), ("done", 1, 1)]


def test_progress_without_a_terminal_is_a_line_for_each_stage(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", io.StringIO())
    show = _progress.line()
    for step in STEPS:
        show(*step)
    assert sys.stderr.getvalue() == "simulating\ncharts\n"  # type: ignore[attr-defined]


def test_progress_on_a_terminal_is_written_where_it_changes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", Terminal())
    show = _progress.line()
    for step in STEPS:
        show(*step)
    written = sys.stderr.getvalue().split("\r")  # type: ignore[attr-defined]
    assert [text.strip() for text in written] == ["", "simulating 0%", "simulating 50%", "charts", "", ""]


def test_progress_without_stderr_loses_no_run(hotel: recoup.Study, monkeypatch: pytest.MonkeyPatch) -> None:
    show = _progress.line()
    for stream in (None, io.StringIO()):
        if stream:
            stream.close()
        monkeypatch.setattr(sys, "stderr", stream)
        for step in STEPS:
            show(*step)
    monkeypatch.setattr(sys, "stderr", None)
    assert hotel.run(draws=2, progress=True) == hotel.run(draws=2)
