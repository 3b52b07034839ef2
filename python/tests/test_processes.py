"""Threads, signals, progress, processes, interpreters, memory."""

from __future__ import annotations

import multiprocessing
import os
import signal
import subprocess
import sys
import textwrap
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from typing import Any, List

import pytest
import recoup

from conftest import TINY


def answer(study: recoup.Study) -> str:
    """What a process is asked for."""
    return study.run(draws=8).to_json()


@pytest.mark.parametrize("method", ["fork", "spawn"])
def test_processes_give_the_same_bits(method: str, hotel: recoup.Study) -> None:
    if method not in multiprocessing.get_all_start_methods():
        pytest.skip(f"this system does not {method}")
    # The pool of this process is at work before the fork.
    expected = answer(hotel)
    with multiprocessing.get_context(method).Pool(2) as pool:
        waiting = pool.map_async(answer, [hotel] * 3)
        assert waiting.get(timeout=120) == [expected] * 3


def a_batch(folder: str) -> Any:
    """A batch in a process, or why there is none."""
    try:
        return recoup.batch("tarp-major", folder, draws=2, charts=False).done
    except recoup.UsageError as error:
        return str(error)


@pytest.mark.skipif("fork" not in multiprocessing.get_all_start_methods(), reason="this system does not fork")
def test_a_batch_after_a_fork_does_not_hang(tmp_path: Any) -> None:
    assert a_batch(str(tmp_path / "own")) == 1
    for method, expected in (("fork", "forked from one that ran a batch"), ("spawn", 1)):
        with multiprocessing.get_context(method).Pool(1) as pool:
            told = pool.apply_async(a_batch, [str(tmp_path / method)]).get(timeout=120)
        assert told == expected or (isinstance(expected, str) and expected in told)


def test_threads_do_not_change_results_and_run_at_once(hotel: recoup.Study) -> None:
    expected = answer(hotel)
    assert hotel.run(draws=8, threads=1).to_json() == expected
    assert hotel.run(draws=8, threads=3).to_json() == expected
    with ThreadPoolExecutor(3) as pool:
        assert list(pool.map(answer, [hotel] * 6)) == [expected] * 6


def test_the_lock_of_the_interpreter_is_free(hotel: recoup.Study) -> None:
    ticks: List[float] = []
    stop = threading.Event()

    def tick() -> None:
        while not stop.is_set():
            ticks.append(time.monotonic())
            time.sleep(0.01)

    ticker = threading.Thread(target=tick)
    ticker.start()
    began = time.monotonic()
    hotel.run(draws=60, threads=1)
    ended = time.monotonic()
    stop.set()
    ticker.join()
    during = [at for at in ticks if began <= at <= ended]
    assert ended - began > 0.3 and len(during) > 5 * (ended - began), (len(during), ended - began)


def test_progress_is_told_and_may_stop(hotel: recoup.Study) -> None:
    steps: List[Any] = []
    hotel.run(draws=400, progress=lambda stage, done, of: steps.append((stage, done, of)))
    assert steps[-1] == ("done", 1, 1)
    simulating = [(done, of) for stage, done, of in steps if stage == "simulating" and of]
    assert simulating == sorted(simulating) and len(simulating) > 1 and all(done <= of for done, of in simulating)

    class Enough(Exception):
        pass

    def stop(stage: str, done: int, of: int) -> None:
        raise Enough(stage)

    with pytest.raises(Enough):
        hotel.run(draws=100_000, progress=stop)


def test_progress_has_a_bar(hotel: recoup.Study, capsys: pytest.CaptureFixture[str]) -> None:
    hotel.run(draws=200, progress=True)
    assert capsys.readouterr().err, "a bar is shown"


@pytest.mark.skipif(os.name != "posix", reason="Ctrl-C is sent to a process by a signal of POSIX")
@pytest.mark.parametrize(
    "work",
    [
        "study.run(draws=1_000_000)",
        "function(numpy.tile(function.point, (3_000_000, 1)))",
        "function.sample(5_000_000)",
        "function.quantiles(numpy.full((5_000_000, len(function.names)), 0.3))",
    ],
)
def test_ctrl_c_stops(work: str) -> None:
    script = f"""
        import sys, numpy, recoup
        study = recoup.load("city-hotel")
        function = study.evaluator()
        print("ready", flush=True)
        try:
            {work}
        except KeyboardInterrupt:
            print("stopped", flush=True)
            print(study.run(draws=2).study)
    """
    process = subprocess.Popen([sys.executable, "-c", textwrap.dedent(script)], stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None and process.stdout.readline() == "ready\n"
    time.sleep(0.5)
    began = time.monotonic()
    process.send_signal(signal.SIGINT)
    told, _ = process.communicate(timeout=60)
    assert told.splitlines() == ["stopped", "city-hotel"] and process.returncode == 0
    assert time.monotonic() - began < 30


def told_by(script: str, timeout: float = 120) -> str:
    """What a script prints that must end in time."""
    code = textwrap.dedent(script)
    done = subprocess.run([sys.executable, "-c", code], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, timeout=timeout)
    assert done.returncode == 0, done.stdout
    return done.stdout


def test_threads_may_ask_one_answer_for_its_page() -> None:
    told = told_by("""
        import pickle, threading, recoup
        study = recoup.load("city-hotel")
        for ask in (lambda: study.run(draws=10), lambda: study.why(draws=8)):
            answer, pages = ask(), []
            asks = [lambda: pages.append(answer.to_html()), lambda: answer.charts, lambda: pickle.dumps(answer)]
            threads = [threading.Thread(target=ask) for ask in asks * 3]
            for thread in threads:
                thread.start()
            for thread in threads:
                thread.join()
            print(len(pages), len(set(pages)))
    """)
    assert told.splitlines() == ["3 1", "3 1"]


@pytest.mark.skipif(os.name != "posix", reason="a timer by signals is one of POSIX")
def test_a_page_is_made_after_a_stop() -> None:
    told = told_by("""
        import signal, recoup

        class Enough(Exception):
            pass

        def stop(*_):
            raise Enough

        signal.signal(signal.SIGALRM, stop)
        answer = recoup.load("city-hotel").run(draws=10)
        stops = 0
        for _ in range(3):
            signal.setitimer(signal.ITIMER_REAL, 0.001)
            try:
                answer.to_html()
            except Enough:
                stops += 1
            signal.setitimer(signal.ITIMER_REAL, 0)
        print(stops > 0, answer.to_html()[:15].lower(), len(answer.charts) > 1)
    """)
    assert told.split() == ["True", "<!doctype", "html>", "True"]


@pytest.mark.skipif(os.name != "posix", reason="a timer by signals is one of POSIX")
def test_a_handler_of_a_signal_does_not_wait_for_its_own_thread() -> None:
    told = told_by("""
        import signal, recoup
        answer = recoup.load("city-hotel").run(draws=10)
        signal.signal(signal.SIGALRM, lambda *_: answer.to_html())
        signal.setitimer(signal.ITIMER_REAL, 0.001)
        try:
            answer.to_html()
        except recoup.UsageError as error:
            print(error)
        print(answer.to_html()[:15].lower())
    """)
    assert "<!doctype html>" in told


def test_more_than_can_be_held_is_refused(hotel: recoup.Study) -> None:
    function = hotel.evaluator()
    for count in (10**9, 10**15, 2**64 - 1):
        with pytest.raises(recoup.UsageError, match="more than 1000000000 values"):
            function.sample(count)
    assert function.sample(0).shape == (0, len(function.names))
    # The rows go in parts, which fit each other.
    some = function.sample(5_000)
    assert (some[:4_000] == function.sample(4_000)).all() and len({*some[:, 0]}) > 4_900
    shares = [[0.5] * len(function.names)] * 5_000
    assert (function.quantiles(shares)[4_999] == function.quantiles(shares[0])).all()
    shares[4_500] = [1.0] * len(function.names)
    with pytest.raises(recoup.StudyError, match="in row 4500 does not lie") as refused:
        function.quantiles(shares)
    assert refused.value.code == "S066"


def listens_to(process: int, number: int) -> None:
    """Waits until a process has a handler of a signal that Python has none of."""
    for _ in range(600):
        with open(f"/proc/{process}/status", encoding="ascii") as status:
            caught = next(int(line.split()[1], 16) for line in status if line.startswith("SigCgt:"))
        if caught >> (number - 1) & 1:
            return
        time.sleep(0.1)
    raise AssertionError("it does not listen")


@pytest.mark.skipif(not os.path.exists("/proc/self/status"), reason="what a process listens to is read from /proc")
def test_ctrl_c_stops_the_command(tmp_path: Any) -> None:
    command = os.path.join(os.path.dirname(sys.executable), "recoup")
    process = subprocess.Popen(
        [command, "run", "city-hotel", "--draws", "1000000", "--quiet"], cwd=tmp_path, stderr=subprocess.PIPE, text=True
    )
    listens_to(process.pid, signal.SIGTERM)
    process.send_signal(signal.SIGINT)
    _, told = process.communicate(timeout=60)
    assert process.returncode == 130 and "nothing was written" in told


@pytest.mark.skipif(sys.version_info < (3, 12), reason="older Pythons have no sub-interpreters by a public interface")
def test_sub_interpreters_are_refused_clearly() -> None:
    script = """
        try:
            import _interpreters as interpreters
        except ImportError:
            import _xxsubinterpreters as interpreters
        inner = interpreters.create()
        failed = interpreters.run_string(inner, "import recoup")
        print(getattr(failed, "msg", failed))
    """
    done = subprocess.run([sys.executable, "-c", textwrap.dedent(script)], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    assert "does not support loading in subinterpreters" in done.stdout or "subinterpreter" in done.stdout, done.stdout


def resident() -> int:
    """Bytes of memory of this process."""
    with open("/proc/self/statm", encoding="ascii") as statm:
        return int(statm.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")


@pytest.mark.skipif(not os.path.exists("/proc/self/statm"), reason="memory is read from /proc")
def test_a_thousand_runs_leak_nothing() -> None:
    study = recoup.load(TINY, set={"study.draws": 1})

    def some(times: int) -> None:
        for i in range(times):
            ran = study.run(engine="expected", histories=True)
            # Capsules that nobody reads, frames and fields.
            ran.histories().__arrow_c_stream__()
            ran.to_polars("segments")
            assert ran.strategies
            if i % 100 == 0:
                ran.to_html()

    some(200)
    before = resident()
    some(1000)
    grown = resident() - before
    # An answer has some 200 kB: one that is lost each time would be 200 MB.
    assert grown < 20 << 20, f"{grown / 2**20:.1f} MiB after 1,000 runs"


@pytest.mark.skipif(not os.path.exists("/proc/self/statm"), reason="memory is read from /proc")
def test_millions_of_histories_go_by_arrow() -> None:
    # Ten million take some minutes: RECOUP_ROWS=10000000.
    wanted = int(os.environ.get("RECOUP_ROWS", "1000000"))
    script = """
        import resource, recoup, pyarrow
        study = recoup.load(TINY, set={"horizon.periods": 1})
        each = WANTED // (len(study.scenarios) * len(study.strategies)) // 8
        ran = study.run(draws=each, replicates=8, engine="cohort", histories=True)
        table = ran.histories()
        rows = 0
        total = 0.0
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        for batch in pyarrow.RecordBatchReader.from_stream(table):
            rows += batch.num_rows
            total += pyarrow.compute.sum(batch["npv"]).as_py()
        after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        assert rows == len(table)
        means = [strategy.npv.mean for scenario in ran.scenarios for strategy in scenario.strategies]
        mean = sum(means) / len(means)
        print(rows, abs(total / rows - mean) <= 1e-9 * abs(mean), (after - before) // 1024)
    """
    script = "import pyarrow.compute\n" + textwrap.dedent(script).replace("WANTED", str(wanted)).replace("TINY", repr(TINY))
    done = subprocess.run([sys.executable, "-c", script], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert done.returncode == 0, done.stderr
    rows, is_mean, grown = done.stdout.split()
    assert int(rows) > 0.99 * wanted and is_mean == "True"
    # The rows come batch by batch: ten million together would be 800 MB.
    assert int(grown) < 100, f"{grown} MiB"
