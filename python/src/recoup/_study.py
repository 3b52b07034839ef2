"""Studies, and what is asked of them."""

from __future__ import annotations

import json
import os
from typing import Any, Dict, Iterable, Iterator, List, Mapping, Optional, Sequence, Tuple, Union

from . import _recoup
from ._answer import Answer, Fit, Ran
from ._errors import Diagnostic, StudyError, UsageError, diagnostic
from ._evaluator import Evaluator
from ._fields import Fields, frozen
from ._progress import Progress, callback

PathLike = Union[str, "os.PathLike[str]"]
Source = Union[PathLike, Mapping[str, Any], "Study"]
"""A path, a name of a shipped study, a text in TOML, or the same as a dict."""


def _plain(value: Any) -> Any:
    """A value that JSON does not know: a scalar of NumPy, a path."""
    if hasattr(value, "tolist"):
        return value.tolist()
    if isinstance(value, os.PathLike):
        return os.fspath(value)
    raise UsageError(f"[U002] it is no value of a study: {value!r}", "U002", 2)


def _json(value: Any) -> str:
    try:
        return json.dumps(value, default=_plain, allow_nan=False)
    except ValueError as error:
        raise UsageError(f"[U002] it is no value of a study: {error}", "U002", 2) from None


def _has_none(value: Any) -> bool:
    if isinstance(value, Mapping):
        return any(_has_none(item) for item in value.values())
    if isinstance(value, (list, tuple)):
        return any(_has_none(item) for item in value)
    return value is None


def _toml(value: Any, is_document: bool) -> str:
    if _has_none(value):
        raise UsageError("[U002] None is no value of a study: leave the key out", "U002", 2)
    return _recoup.toml_of(_json(value), is_document)


def _settings(values: Mapping[str, Any]) -> List[str]:
    """Keys and values as settings of the program."""
    return [f"{key} = {_toml(value, False)}" for key, value in values.items()]


def load(source: Source, *, set: Optional[Mapping[str, Any]] = None, name: str = "study") -> "Study":
    """Reads and checks a study.

    ``source`` is a path, the name of a shipped study (``city-hotel``, ``case:fedex``), a text in TOML (it has a line break), or
    the same as a dict. ``set`` edits keys as ``--set`` does. ``name`` is the name of a study that is a text or a dict; such a
    study extends presets and cases, but no files.

    Raises ``StudyError`` with every problem where the study is refused.
    """
    settings = _settings(set or {})
    if isinstance(source, Study):
        return source if not settings else Study(source._study.with_(settings))
    if isinstance(source, Mapping):
        return Study(_recoup.load(name, _toml(dict(source), True), settings))
    text = os.fspath(source)
    if "\n" in text:
        return Study(_recoup.load(name, text, settings))
    return Study(_recoup.load(text, None, settings))


def check(source: Source, *, set: Optional[Mapping[str, Any]] = None, name: str = "study") -> List[Diagnostic]:
    """What is wrong with a study, and what else is said of it: errors, warnings and notes. Only what is no study at all raises."""
    try:
        return load(source, set=set, name=name).check()
    except StudyError as refused:
        return refused.diagnostics


class Study:
    """A study that was read and checked. It does not change: ``set`` and ``with_`` give another one.

    ``study[key]`` is the value of a key. Elements of lists go by their names, as in ``strategy.ask.voice.solicit`` and
    ``failure."room not ready".rate``.
    """

    __slots__ = ("_study", "_values")
    _study: _recoup._Study
    _values: Optional[Dict[str, Any]]

    def __init__(self, study: _recoup._Study) -> None:
        object.__setattr__(self, "_study", study)
        object.__setattr__(self, "_values", None)

    def __setattr__(self, name: str, value: Any) -> None:
        raise AttributeError("a study does not change: `set` gives another one")

    def __repr__(self) -> str:
        names = ", ".join(self.strategies)
        return f"<study {self.name}: {self.title}; strategies {names}>"

    def __eq__(self, other: object) -> bool:
        if isinstance(other, Study):
            return (self.name, self.to_toml()) == (other.name, other.to_toml())
        return NotImplemented

    def __hash__(self) -> int:
        return hash((self.name, self.to_toml()))

    def __reduce__(self) -> Tuple[Any, ...]:
        return _restored, (self._study.state(),)

    @property
    def name(self) -> str:
        """Its name: the file without folder and ending."""
        return self._study.name

    @property
    def title(self) -> str:
        """Its title."""
        return self._study.title

    @property
    def currency(self) -> str:
        """Currency of all money."""
        return self._study.currency

    @property
    def strategies(self) -> List[str]:
        """Names of its strategies, the reference first."""
        return self._study.strategies

    @property
    def scenarios(self) -> List[str]:
        """Names of its scenarios."""
        return self._study.scenarios

    @property
    def uncertain(self) -> List[str]:
        """Keys of its uncertain numbers."""
        return self._study.uncertain

    def check(self) -> List[Diagnostic]:
        """Warnings and notes about it."""
        return [diagnostic(told) for told in self._study.diagnostics]

    def to_toml(self) -> str:
        """The whole study as TOML, with all that it extends."""
        return self._study.to_toml()

    def to_dict(self) -> Dict[str, Any]:
        """The same as a dict."""
        values: Dict[str, Any] = json.loads(self._study.to_json())
        return values

    def _all(self) -> Dict[str, Any]:
        if self._values is None:
            object.__setattr__(self, "_values", dict(_leaves((), self.to_dict())))
        assert self._values is not None
        return self._values

    def keys(self) -> List[str]:
        """Every key that has a value, in the order of the study."""
        return list(self._all())

    def __iter__(self) -> Iterator[str]:
        return iter(self._all())

    def __contains__(self, key: object) -> bool:
        return isinstance(key, str) and _recoup.path(_recoup.parts(key)) in self._all()

    def __getitem__(self, key: str) -> Any:
        parts = _recoup.parts(key)
        value: Any = self.to_dict()
        for part in parts:
            if isinstance(value, list):
                found = [item for item in value if isinstance(item, dict) and item.get("name") == part]
                value = found[0] if found else None
            else:
                value = value.get(part) if isinstance(value, dict) else None
            if value is None:
                raise KeyError(f"the study has no `{_recoup.path(parts)}`")
        return frozen(value)

    def get(self, key: str, default: Any = None) -> Any:
        """The value of a key, ``default`` where the study has none. An uncertain number is the fields of its distribution."""
        try:
            return self[key]
        except KeyError:
            return default

    def set(self, key: str, value: Any) -> "Study":
        """The same study with a key set, as by ``--set``."""
        return self.with_({key: value})

    def with_(self, values: Optional[Mapping[str, Any]] = None, **more: Any) -> "Study":
        """The same study with keys set; in a keyword ``__`` stands for the dot, as in ``with_(voice__solicit=0.5)``."""
        every = {**(values or {}), **{key.replace("__", "."): value for key, value in more.items()}}
        return Study(self._study.with_(_settings(every)))

    def _ask(self, command: str, arguments: Mapping[str, Any], options: Dict[str, Any]) -> Answer:
        threads, progress = options.pop("threads"), callback(options.pop("progress"))
        return Answer(self._study.ask(command, _json(arguments), _options(options), threads, progress))

    def run(
        self,
        *,
        draws: Optional[int] = None,
        engine: Optional[str] = None,
        replicates: Optional[int] = None,
        seed: Optional[int] = None,
        lang: Optional[str] = None,
        memory: Optional[str] = None,
        histories: bool = False,
        threads: Optional[int] = None,
        progress: Progress = None,
    ) -> Ran:
        """Simulates all scenarios; ``histories=True`` keeps every simulation.

        ``engine`` is ``expected``, ``cohort`` or ``agents``; ``progress`` is ``True`` for a bar, or a callback.
        """
        options = _options(
            {"draws": draws, "engine": engine, "replicates": replicates, "seed": seed, "lang": lang, "memory": memory}
        )
        return Ran(self._study.run(options, histories, threads, callback(progress)))

    def decide(
        self,
        *,
        groups: Sequence[str] = (),
        surveys: Sequence[str] = (),
        survey_cost: Optional[float] = None,
        variants: bool = False,
        draws: Optional[int] = None,
        seed: Optional[int] = None,
        lang: Optional[str] = None,
        memory: Optional[str] = None,
        threads: Optional[int] = None,
        progress: Progress = None,
    ) -> Answer:
        """Which strategy to choose, how sure that is, and what it is worth to know more: ``recoup decide``."""
        arguments = {"groups": groups, "surveys": surveys, "survey_cost": survey_cost, "variants": variants}
        return self._ask("decide", arguments, _common(draws, None, seed, lang, memory, threads, progress))

    def sensitivity(
        self,
        *,
        method: str = "auto",
        rows: int = 4096,
        scenario: Optional[str] = None,
        draws: Optional[int] = None,
        seed: Optional[int] = None,
        lang: Optional[str] = None,
        memory: Optional[str] = None,
        threads: Optional[int] = None,
        progress: Progress = None,
    ) -> Answer:
        """Which inputs matter: ``recoup sensitivity``. ``method`` is ``auto``, ``sobol`` or ``morris``."""
        arguments = {"method": method, "rows": rows}
        return self._ask("sensitivity", arguments, _common(draws, scenario, seed, lang, memory, threads, progress))

    def sweep(
        self,
        *over: Tuple[str, float, float, int],
        strategy: Optional[str] = None,
        scenario: Optional[str] = None,
        draws: Optional[int] = None,
        seed: Optional[int] = None,
        lang: Optional[str] = None,
        memory: Optional[str] = None,
        threads: Optional[int] = None,
        progress: Progress = None,
    ) -> Answer:
        """What the levels of a lever come to: ``recoup sweep``. Each of ``over`` is a key, the first and the last level, and how
        many there are; two of them give a map."""
        arguments = {"over": over, "strategy": strategy}
        return self._ask("sweep", arguments, _common(draws, scenario, seed, lang, memory, threads, progress))

    def breakeven(
        self,
        key: str,
        *,
        range: Optional[Tuple[float, float]] = None,
        strategy: Optional[str] = None,
        against: Optional[str] = None,
        scenario: Optional[str] = None,
        draws: Optional[int] = None,
        seed: Optional[int] = None,
        lang: Optional[str] = None,
        memory: Optional[str] = None,
        threads: Optional[int] = None,
        progress: Progress = None,
    ) -> Answer:
        """At which value of a number two strategies are worth the same: ``recoup breakeven``."""
        arguments = {"key": key, "range": range, "strategy": strategy, "against": against}
        return self._ask("breakeven", arguments, _common(draws, scenario, seed, lang, memory, threads, progress))

    def optimize(
        self,
        budget: float,
        levers: Union[Mapping[str, Tuple[float, float]], Iterable[Tuple[str, float, float]]],
        *,
        strategy: Optional[str] = None,
        risk: str = "mean",
        scenario: Optional[str] = None,
        draws: Optional[int] = None,
        seed: Optional[int] = None,
        lang: Optional[str] = None,
        memory: Optional[str] = None,
        threads: Optional[int] = None,
        progress: Progress = None,
    ) -> Answer:
        """How a budget per year is best split: ``recoup optimize``. ``levers`` has the range of each key; ``risk`` is ``mean``,
        ``cvar`` or ``worst-tenth``."""
        if isinstance(levers, Mapping):
            levers = [(key, low, high) for key, (low, high) in levers.items()]
        arguments = {"budget": budget, "levers": list(levers), "strategy": strategy, "risk": risk}
        return self._ask("optimize", arguments, _common(draws, scenario, seed, lang, memory, threads, progress))

    def why(
        self,
        *,
        strategy: Optional[str] = None,
        against: Optional[str] = None,
        by: str = "table",
        scenario: Optional[str] = None,
        draws: Optional[int] = None,
        seed: Optional[int] = None,
        lang: Optional[str] = None,
        memory: Optional[str] = None,
        threads: Optional[int] = None,
        progress: Progress = None,
    ) -> Answer:
        """Where the difference between two strategies comes from: ``recoup why``. ``by`` is ``table`` or ``key``."""
        arguments = {"strategy": strategy, "against": against, "by": by}
        return self._ask("why", arguments, _common(draws, scenario, seed, lang, memory, threads, progress))

    def paradox(
        self,
        *,
        scenario: Optional[str] = None,
        draws: Optional[int] = None,
        seed: Optional[int] = None,
        lang: Optional[str] = None,
        memory: Optional[str] = None,
        threads: Optional[int] = None,
        progress: Progress = None,
    ) -> Answer:
        """Whether customers return more after a good recovery than without a failure: ``recoup paradox``."""
        return self._ask("paradox", {}, _common(draws, scenario, seed, lang, memory, threads, progress))

    def story(
        self,
        *,
        customer: Optional[int] = None,
        most_different: int = 1,
        scenario: Optional[str] = None,
        seed: Optional[int] = None,
        lang: Optional[str] = None,
        memory: Optional[str] = None,
        threads: Optional[int] = None,
        progress: Progress = None,
    ) -> Answer:
        """One customer's life under every strategy: ``recoup story``."""
        arguments = {"customer": customer, "most_different": most_different}
        return self._ask("story", arguments, _common(None, scenario, seed, lang, memory, threads, progress))

    def variants(
        self,
        *,
        scenario: Optional[str] = None,
        seed: Optional[int] = None,
        lang: Optional[str] = None,
        memory: Optional[str] = None,
        threads: Optional[int] = None,
        progress: Progress = None,
    ) -> Answer:
        """Whether the choice holds in other models: ``recoup variants``."""
        return self._ask("variants", {}, _common(None, scenario, seed, lang, memory, threads, progress))

    def fmea(
        self,
        *,
        strategy: Optional[str] = None,
        scenario: Optional[str] = None,
        draws: Optional[int] = None,
        seed: Optional[int] = None,
        lang: Optional[str] = None,
        memory: Optional[str] = None,
        threads: Optional[int] = None,
        progress: Progress = None,
    ) -> Answer:
        """Failure modes and the money at risk: ``recoup fmea``."""
        arguments = {"strategy": strategy}
        return self._ask("fmea", arguments, _common(draws, scenario, seed, lang, memory, threads, progress))

    def evaluator(
        self,
        keys: Sequence[str] = (),
        *,
        strategies: Sequence[str] = (),
        output: str = "npv",
        scenario: Optional[str] = None,
    ) -> Evaluator:
        """The expected engine as a function of ``keys``: uncertain inputs or other numbers; all uncertain inputs where none is
        named. ``output`` is ``npv``, ``difference`` (to the reference), ``contribution``, ``programme`` or ``lost``."""
        arguments = {"keys": list(keys), "strategies": list(strategies), "output": output}
        return Evaluator(self._study, _json(arguments), _options({"scenario": scenario}))


def _restored(state: Any) -> Study:
    """A study from its pickle."""
    return Study(_recoup._Study.restore(state))


def _common(
    draws: Optional[int],
    scenario: Optional[str],
    seed: Optional[int],
    lang: Optional[str],
    memory: Optional[str],
    threads: Optional[int],
    progress: Progress,
) -> Dict[str, Any]:
    return {
        "draws": draws,
        "scenario": scenario,
        "seed": seed,
        "lang": lang,
        "memory": memory,
        "threads": threads,
        "progress": progress,
    }


def _options(options: Mapping[str, Any]) -> str:
    return _json({name: value for name, value in options.items() if value is not None})


_PAIRS = ({"mean", "sd"}, {"low", "high"}, {"choice"}, {"choice", "weights"})
_FORMS = {"beta", "gamma", "normal", "lognormal", "uniform", "triangular", "pert", "log_uniform"}


def _is_distribution(value: Dict[str, Any]) -> bool:
    """Whether a table is an uncertain number as studies write them."""
    names = {*value}
    return names in _PAIRS or (len(names) == 1 and names < _FORMS and isinstance(next(iter(value.values())), list))


def _leaves(at: Tuple[str, ...], value: Any) -> Iterator[Tuple[str, Any]]:
    """The keys below, each with its value; a distribution is a value."""
    if isinstance(value, dict) and not _is_distribution(value):
        for name, item in value.items():
            if name != "name" or not at:
                yield from _leaves((*at, name), item)
    elif isinstance(value, list) and value and all(isinstance(item, dict) and "name" in item for item in value):
        for item in value:
            yield from _leaves((*at, str(item["name"])), item)
    elif at:
        yield _recoup.path(list(at)), value


def fit(
    customers: PathLike,
    complaints: PathLike,
    *,
    purchases: Optional[PathLike] = None,
    failures: Optional[PathLike] = None,
    map: Optional[PathLike] = None,
    base: Optional[str] = None,
    set: Optional[Mapping[str, Any]] = None,
    title: Optional[str] = None,
    name: str = "study",
    on_problem: Optional[str] = None,
    lang: Optional[str] = None,
    threads: Optional[int] = None,
    progress: Progress = None,
) -> "FitResult":
    """Estimates the numbers of a study from a firm's files (CSV, XLSX or Parquet): ``recoup fit``.

    ``base`` is a preset such as ``preset:frontline-realistic``; ``name`` is the name of the fitted study.
    """
    files = {"customers": customers, "complaints": complaints, "purchases": purchases, "failures": failures, "map": map}
    arguments: Dict[str, Any] = {key: os.fspath(path) for key, path in files.items() if path is not None}
    arguments["set"] = _settings(set or {})
    more = {"base": base, "title": title, "name": name, "on_problem": on_problem, "lang": lang}
    arguments.update({key: value for key, value in more.items() if value is not None})
    answer, study = _recoup.fit(_json(arguments), threads, callback(progress))
    return FitResult(Fit(answer), Study(study))


class FitResult:
    """What a firm's files say, and the study that they give."""

    __slots__ = ("answer", "study")

    def __init__(self, answer: Fit, study: Study) -> None:
        self.answer = answer
        self.study = study

    def __repr__(self) -> str:
        return f"FitResult({self.study!r})"

    def _repr_html_(self) -> str:
        return self.answer._repr_html_()


def cases(lang: Optional[str] = None) -> Tuple[Fields, ...]:
    """The shipped case studies: story, reported facts, what they teach. ``load(case.case)`` reads one as a study."""
    return tuple(Fields(case) for case in json.loads(_recoup.cases(None, lang)))


def case(name: str, lang: Optional[str] = None) -> Fields:
    """One case study, with or without ``case:`` before its name."""
    return Fields(json.loads(_recoup.cases(name, lang))[0])


class Batch(Fields):
    """What came of a batch: the record of the program, with ``done``, ``failed``, ``waiting`` and ``studies``."""

    __slots__ = ()


def batch(
    studies: Union[PathLike, Study, Iterable[Union[PathLike, Study]]],
    out: PathLike,
    *,
    draws: Optional[int] = None,
    engine: Optional[str] = None,
    replicates: Optional[int] = None,
    seed: Optional[int] = None,
    lang: Optional[str] = None,
    memory: Optional[str] = None,
    shard: Optional[str] = None,
    split: Optional[str] = None,
    keep: str = "histories",
    charts: bool = True,
    force: bool = False,
    fail_fast: bool = False,
    threads: Optional[int] = None,
    progress: Progress = None,
) -> Batch:
    """Runs many studies into ``out``; what is there and whole is not run again: ``recoup batch``.

    ``studies`` are studies, paths, folders, globs, tables of runs or names. ``shard="2/4"`` runs the second of four parts, which
    ``merge`` joins; ``split`` is ``studies`` or ``draws``. ``threads`` is how many studies run at once. A study that fails is no exception: ``failed`` and ``studies`` say so.
    """
    if isinstance(studies, (str, os.PathLike, Study)):
        studies = [studies]
    members = [study._study if isinstance(study, Study) else os.fspath(study) for study in studies]
    settings = {"draws": draws, "engine": engine, "replicates": replicates, "seed": seed, "lang": lang, "memory": memory}
    arguments = {
        "out": os.fspath(out),
        "shard": shard,
        "split": split,
        "keep": keep,
        "charts": charts,
        "force": force,
        "fail_fast": fail_fast,
        "lang": lang,
    }
    record = _recoup.batch(members, _json(arguments), _options(settings), threads, callback(progress))
    return Batch(json.loads(record))


def merge(
    parts: Union[PathLike, Iterable[PathLike]],
    out: Optional[PathLike] = None,
    *,
    force: bool = False,
    threads: Optional[int] = None,
    progress: Progress = None,
) -> Batch:
    """Joins the parts of a batch, to the bytes of one that was run whole: ``recoup merge``. ``parts`` is the folder ``NAME.parts``,
    or the folders of all parts."""
    if isinstance(parts, (str, os.PathLike)):
        parts = [parts]
    folders = [os.fspath(part) for part in parts]
    record = _recoup.merge(folders, None if out is None else os.fspath(out), force, threads, callback(progress))
    return Batch(json.loads(record))
