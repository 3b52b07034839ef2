"""The study as a function, and the libraries that drive it."""

from __future__ import annotations

import importlib.util
import pickle
import sys
from pathlib import Path
from types import ModuleType

import numpy as np
import pytest
import recoup

EXAMPLES = Path(__file__).resolve().parent.parent / "examples"


def example(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, EXAMPLES / f"{name}.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    # Other processes import it by its name.
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


def test_points_are_those_of_a_run(hotel: recoup.Study) -> None:
    function = hotel.evaluator()
    assert function.names == hotel.uncertain or set(hotel.uncertain) <= set(function.names)
    draws = function.sample(16)
    values = function(draws)
    assert values.shape == (16, 5) and function.strategies == hotel.strategies
    # The draws of a run of the expected engine are the same points.
    ran = hotel.run(draws=16, engine="expected", histories=True)
    frame = ran.histories().to_polars()
    for place, strategy in enumerate(function.strategies):
        rows = frame.filter((frame["scenario"] == "base") & (frame["strategy"] == strategy)).sort("draw")
        np.testing.assert_array_equal(values[:, place], rows["npv"].to_numpy())


def test_one_point_and_many(hotel: recoup.Study) -> None:
    function = hotel.evaluator(["voice.solicit", "acquisition.cost_ratio"], strategies=["ask"], output="difference")
    one = function([0.3, 5.0])
    assert one.shape == (1,)
    many = function(np.array([[0.3, 5.0], [0.6, 5.0]], dtype=np.float32))
    assert many.shape == (2, 1) and many[0, 0] == pytest.approx(one[0], rel=1e-6) and many[0, 0] != many[1, 0]
    # The same as a study with these values.
    set_ = hotel.with_({"acquisition.cost_ratio": 5.0, "strategy.ask.voice.solicit": 0.3})
    point = set_.evaluator(strategies=["ask"], output="difference")
    np.testing.assert_allclose(one, point(point.point), rtol=1e-12)
    assert function(np.empty((0, 2))).shape == (0, 1)
    np.testing.assert_array_equal(function(many_ := np.tile([0.3, 5.0], (7, 1)), threads=1), function(many_, threads=2))


def test_outputs_fit_each_other(hotel: recoup.Study) -> None:
    points = hotel.evaluator().sample(3)
    value = {name: hotel.evaluator(output=name)(points) for name in ("npv", "difference", "contribution", "programme", "lost")}
    np.testing.assert_array_equal(value["npv"], value["contribution"] - value["programme"])
    np.testing.assert_array_equal(value["difference"], value["npv"] - value["npv"][:, :1])
    assert (value["lost"] > 0).all()


def test_bounds_and_quantiles(hotel: recoup.Study) -> None:
    function = hotel.evaluator(["severity.minor.complain", "recovery.resolves"])
    low, high = function.quantiles([[0.05, 0.05], [0.95, 0.95]])
    np.testing.assert_array_equal(function.bounds, np.array([low, high]).T)
    # 4,096 draws: the share below the 5 % quantile has a standard deviation of .0034.
    draws = function.sample(4096)
    np.testing.assert_allclose((draws < low).mean(axis=0), 0.05, atol=0.017)
    assert (function.bounds[:, 0] < function.point).all() and (function.point < function.bounds[:, 1]).all()


@pytest.mark.parametrize(
    "points, code",
    [
        ([[2.0, 5.0]], "S012"),
        ([[float("nan"), 5.0]], "S012"),
        ([[0.5]], "U002"),
        ([[[0.5, 5.0]]], "U002"),
    ],
)
def test_bad_points_are_refused(points: object, code: str, hotel: recoup.Study) -> None:
    function = hotel.evaluator(["voice.solicit", "acquisition.cost_ratio"])
    with pytest.raises(recoup.RecoupError) as raised:
        function(points)  # type: ignore[arg-type]
    assert raised.value.code == code


@pytest.mark.parametrize(
    "points, message",
    [
        (np.ma.masked_array([[0.5, 5.0]], mask=[[True, False]]), "masked"),
        ([np.ma.masked_array([0.5, 5.0], mask=[True, False])], "masked"),
        (np.array([[0.5 + 1j, 5.0]]), "real numbers"),
        (np.array([[True, False]]), "real numbers"),
        (np.array([["0.5", "5.0"]]), "real numbers"),
        (np.array([["0.5", 5.0]], dtype=object), "real numbers"),
        ([[0.5, 5.0], [0.5]], "array of real numbers"),
    ],
)
def test_points_that_are_no_real_numbers_are_refused(points: object, message: str, hotel: recoup.Study) -> None:
    function = hotel.evaluator(["voice.solicit", "acquisition.cost_ratio"])
    for act in (function, function.quantiles):
        with pytest.raises(recoup.UsageError, match=message):
            act(points)  # type: ignore[operator]


def test_points_may_be_whole_numbers_and_have_masks_that_hide_nothing(hotel: recoup.Study) -> None:
    function = hotel.evaluator(["voice.solicit", "acquisition.cost_ratio"])
    wanted = function([[1.0, 5.0]])
    for points in ([[1, 5]], np.ma.masked_array([[1.0, 5.0]]), np.array([[1, 5.0]], dtype=object)):
        np.testing.assert_array_equal(function(points), wanted)


def test_bad_questions_are_refused(hotel: recoup.Study) -> None:
    for ask, code in (
        (lambda: hotel.evaluator(["no.such.key"]), "S040"),
        (lambda: hotel.evaluator(["voice.solicit", "voice.solicit"]), "S066"),
        (lambda: hotel.evaluator(strategies=["nobody"]), "S042"),
        (lambda: hotel.evaluator(strategies=["ask", "ask"]), "S066"),
        (lambda: hotel.evaluator(output="joy"), "S066"),
        (lambda: hotel.evaluator(["voice.solicit"]).quantiles([[0.5]]), "S066"),
        (lambda: hotel.evaluator(["recovery.resolves"]).quantiles([[1.0]]), "S066"),
    ):
        with pytest.raises(recoup.StudyError) as raised:
            ask()
        assert raised.value.code == code


def test_evaluators_are_pickled(hotel: recoup.Study) -> None:
    function = hotel.evaluator(output="difference")
    again = pickle.loads(pickle.dumps(function))
    points = function.sample(4)
    np.testing.assert_array_equal(again(points), function(points))


def test_salib_agrees_with_the_built_in_indices() -> None:
    pytest.importorskip("SALib")
    module = example("salib_sobol")
    study = recoup.load("tarp-major")
    built_in = study.sensitivity(method="sobol", rows=4096)
    found = module.indices(study, built_in.contender, keys=[], rows=1024)
    known = {index.factor: index.total.estimate for index in built_in.sobol[0].indices}
    # The built-in method takes numbers that an order ties together as one factor.
    alone = known.keys() & found.keys()
    assert len(alone) >= 4
    # 1,024 rows: the 90 % interval of SALib's total indices is some .05 wide on either side.
    for name in alone:
        assert found[name]["total"] == pytest.approx(known[name], abs=0.1), name
    assert max(found, key=lambda name: found[name]["total"]) == max(known, key=lambda name: known[name])


def test_scipy_finds_a_better_level(hotel: recoup.Study) -> None:
    pytest.importorskip("scipy")
    module = example("scipy_optimum")
    levels, gain = module.optimum(hotel, "ask and answer")
    now = hotel.evaluator(strategies=["ask and answer"], output="difference")
    assert gain > now(now.point)[0] and ((levels >= 0) & (levels <= 1)).all()


def test_ema_workbench_explores(hotel: recoup.Study) -> None:
    pytest.importorskip("ema_workbench")
    module = example("ema_exploration")
    experiments, outcomes = module.explore(hotel, "ask and answer", futures=12)
    assert len(experiments) == 12 and outcomes["gain"].shape == (12,) and outcomes["gain"].std() > 0


def test_pymc_learns_from_what_was_seen(hotel: recoup.Study) -> None:
    pytest.importorskip("pymc")
    module = example("pymc_calibration")
    function = hotel.evaluator(module.KEYS, strategies=["ask and answer"], output="difference")
    # What is seen comes of a high share of complaints.
    seen = float(function(function.quantiles([[0.95, 0.5]]))[0, 0])
    before, after = module.posterior(hotel, "ask and answer", seen, abs(seen) * 0.02 + 1.0, draws=150)
    gain_before, gain_after = (abs(function(draws)[:, 0] - seen).mean() for draws in (before, after))
    assert gain_after < 0.5 * gain_before


def test_dask_gives_the_bytes_of_one_machine(tmp_path: Path) -> None:
    distributed = pytest.importorskip("dask.distributed")
    module = example("dask_shards")
    whole, parts = tmp_path / "whole" / "batch", tmp_path / "parts" / "batch"
    studies = ["tarp-major", "tarp-minor"]
    recoup.batch(studies, whole, draws=128, charts=False)
    import dask

    with dask.config.set({"distributed.worker.multiprocessing-method": "spawn"}):
        # The workers are threads of this process where the machine allows no more.
        with distributed.LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster:
            with distributed.Client(cluster) as client:
                client.upload_file(str(EXAMPLES / "dask_shards.py"))
                record = module.run(client, studies, parts, parts=3, draws=128)
    assert record.failed == 0 and record.done == 2
    for study in studies:
        for name in ("result.json", "study.toml", "tables/summary.parquet", "tables/histories.parquet"):
            assert (parts / study / name).read_bytes() == (whole / study / name).read_bytes(), (study, name)
