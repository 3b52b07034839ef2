"""Studies, and what is asked of them."""

from __future__ import annotations

import json
import os
from typing import Any, Dict, Iterable, Iterator, List, Mapping, Optional, Sequence, Tuple, Union

from . import _recoup
from ._answer import Answer, Fit, Ran
from ._arguments import as_json, checked, every, mapping, path, plain, refusal, texts
from ._errors import Diagnostic, StudyError, UsageError, _made, diagnostic
from ._evaluator import Evaluator
from ._fields import Fields, frozen
from ._progress import Progress, callback

PathLike = Union[str, "os.PathLike[str]"]
Source = Union[PathLike, Mapping[str, Any], Fields, "Study"]
"""A path, a name of a shipped study, a text in TOML, or the same as a dict."""


def _has_none(value: Any) -> bool:
    if isinstance(value, dict):
        return any(_has_none(item) for item in value.values())
    if isinstance(value, list):
        return any(_has_none(item) for item in value)
    return value is None


def _toml(value: Any, is_document: bool) -> str:
    text = as_json(value)
    if _has_none(plain(value)):
        raise refusal("None is no value of a study: leave the key out")
    return _recoup.toml_of(text, is_document)


def _setting(key: Any, value: Any) -> str:
    """A key and its value as a setting of the program."""
    if not isinstance(key, str):
        raise refusal(f"a key is a text, not {key!r}")
    # What is no key is refused here; as a setting it might be read as another key.
    parts = _recoup.parts(key)
    value = plain(value)
    # An element of a list is named by its key.
    if isinstance(value, dict) and value.get("name") == parts[-1]:
        value = {name: item for name, item in value.items() if name != "name"}
    return f"{key} = {_toml(value, False)}"


def _settings(values: Any, of: str = "set") -> List[str]:
    """Keys and values as settings of the program."""
    return [_setting(key, value) for key, value in mapping(of, values).items()]


def load(source: Source, *, set: Optional[Mapping[str, Any]] = None, name: str = "study") -> "Study":
    """Reads and checks a study.

    ``source`` is a path, the name of a shipped study (``city-hotel``, ``case:fedex``), a text in TOML (it has a line break), or
    the same as a dict. ``set`` edits keys as ``--set`` does. ``name`` is the name of a study that is a text or a dict; such a
    study extends presets and cases, but no files.

    Raises ``StudyError`` with every problem where the study is refused.
    """
    settings = _settings(set)
    checked("name", name, needed=True)
    if isinstance(source, Study):
        return source if not settings else Study(source._study.with_(settings))
    if isinstance(source, (Mapping, Fields)):
        return Study(_recoup.load(name, _toml(source, True), settings))
    if not isinstance(source, (str, os.PathLike)):
        raise refusal(f"a study is a path, a name, a text or a dict, not {source!r}")
    text = path("source", source)
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

    def __delattr__(self, name: str) -> None:
        raise AttributeError("a study does not change: `set` gives another one")

    def __copy__(self) -> "Study":
        return self

    def __deepcopy__(self, memo: object) -> "Study":
        return self

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
        """Whether ``study[key]`` is there: a number, or a table of them."""
        try:
            return isinstance(key, str) and self[key] is not None
        except (KeyError, UsageError):
            return False

    def __getitem__(self, key: str) -> Any:
        if not isinstance(key, str):
            raise refusal(f"a key is a text, not {key!r}")
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
        except (KeyError, UsageError):
            return default

    def set(self, key: str, value: Any) -> "Study":
        """The same study with a key set, as by ``--set``."""
        return self.with_({key: value})

    def with_(self, values: Optional[Mapping[str, Any]] = None, **more: Any) -> "Study":
        """The same study with keys set; in a keyword ``__`` stands for the dot, as in ``with_(voice__solicit=0.5)``."""
        edits = {**mapping("values", values), **{key.replace("__", "."): value for key, value in more.items()}}
        return Study(self._study.with_(_settings(edits)))

    def _ask(self, command: str, arguments: Mapping[str, Any], options: Dict[str, Any]) -> Answer:
        threads, progress = options.pop("threads"), callback(options.pop("progress"))
        return Answer(self._study.ask(command, as_json(arguments), _options(options), threads, progress))

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
        options = every(draws=draws, engine=engine, replicates=replicates, seed=seed, lang=lang, memory=memory)
        histories, threads = checked("histories", histories, needed=True), checked("threads", threads)
        return Ran(self._study.run(_options(options), histories, threads, callback(progress)))

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
        arguments = every(
            ["variants"],
            groups=texts("groups", groups),
            surveys=texts("surveys", surveys),
            survey_cost=survey_cost,
            variants=variants,
        )
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
        arguments = every(["method", "rows"], method=method, rows=rows)
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
        arguments = every(over=over, strategy=strategy)
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
        arguments = every(["key"], key=key, range=range, strategy=strategy, against=against)
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
        ranges = _ranges(levers)
        arguments = every(["budget", "levers", "risk"], budget=budget, levers=ranges, strategy=strategy, risk=risk)
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
        arguments = every(["by"], strategy=strategy, against=against, by=by)
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
        arguments = every(["most_different"], customer=customer, most_different=most_different)
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
        arguments = every(strategy=strategy)
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
        names = texts("strategies", strategies)
        for place, strategy in enumerate(names):
            if strategy in names[:place]:
                raise _named_twice(strategy)
        arguments = every(["output"], keys=texts("keys", keys), strategies=names, output=output)
        return Evaluator(self._study, as_json(arguments), _options(every(scenario=scenario)))


def _ranges(levers: Any) -> Any:
    """The levers of ``optimize`` as a list of keys with both ends; what is none is left to the check."""
    if isinstance(levers, Mapping):
        return [(key, *ends) if isinstance(ends, Iterable) and not isinstance(ends, str) else ends for key, ends in levers.items()]
    return levers if isinstance(levers, str) or not isinstance(levers, Iterable) else list(levers)


def _named_twice(strategy: str) -> Exception:
    """What is said of a strategy that is named twice, as of a key."""
    message, way_out = f"`{strategy}` is named twice", "name each strategy once"
    text = f"error[S066]: {message}\n  = help: {way_out}"
    told = ("error", "S066", message, way_out, None, text)
    return _made("S066", 2, "the study is refused: 1 problem", [told], False)


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
    options = every(draws=draws, scenario=scenario, seed=seed, lang=lang, memory=memory, threads=threads)
    return {**options, "progress": progress}


def _options(options: Mapping[str, Any]) -> str:
    return as_json({name: value for name, value in options.items() if value is not None})


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
    arguments: Dict[str, Any] = {
        key: path(key, file) for key, file in files.items() if file is not None or key in ("customers", "complaints")
    }
    arguments["set"] = _settings(set)
    more = every(["name"], base=base, title=title, name=name, on_problem=on_problem, lang=lang)
    arguments.update({key: value for key, value in more.items() if value is not None})
    answer, study = _recoup.fit(as_json(arguments), checked("threads", threads), callback(progress))
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
    return tuple(Fields(case) for case in json.loads(_recoup.cases(None, checked("lang", lang))))


def case(name: str, lang: Optional[str] = None) -> Fields:
    """One case study, with or without ``case:`` before its name."""
    checked("name", name, needed=True)
    return Fields(json.loads(_recoup.cases(name, checked("lang", lang)))[0])


class Batch(Fields):
    """What came of a batch: the record of the program, with ``done``, ``failed``, ``waiting`` and ``studies``."""

    __slots__ = ()


def batch(
    studies: Union[Source, Iterable[Source]],
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

    ``studies`` are studies, dicts, paths, folders, globs, tables of runs or names. ``shard="2/4"`` runs the second of
    four parts, which ``merge`` joins; ``split`` is ``studies`` or ``draws``. ``threads`` is how many studies run at once. A study
    that fails is no exception: ``failed`` and ``studies`` say so.
    """
    sources: Any = [studies] if isinstance(studies, (str, os.PathLike, Mapping, Fields, Study)) else studies
    if isinstance(sources, bytes) or not isinstance(sources, Iterable):
        raise refusal(f"`studies` takes studies, paths or names, not {sources!r}")
    members = [_member(source) for source in sources]
    settings = every(draws=draws, engine=engine, replicates=replicates, seed=seed, lang=lang, memory=memory)
    arguments = every(
        ["keep", "charts", "force", "fail_fast"],
        shard=shard,
        split=split,
        keep=keep,
        charts=charts,
        force=force,
        fail_fast=fail_fast,
        lang=lang,
    )
    arguments["out"] = path("out", out)
    record = _recoup.batch(members, as_json(arguments), _options(settings), checked("threads", threads), callback(progress))
    return Batch(json.loads(record))


def _member(source: Source) -> Union[str, _recoup._Study]:
    """A study of a batch."""
    if isinstance(source, (Mapping, Fields)):
        source = load(source)
    return source._study if isinstance(source, Study) else path("studies", source)


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
    every_part: Any = [parts] if isinstance(parts, (str, os.PathLike)) else parts
    if isinstance(every_part, bytes) or not isinstance(every_part, Iterable):
        raise refusal(f"`parts` takes folders, not {every_part!r}")
    folders = [path("parts", part) for part in every_part]
    force, threads = checked("force", force, needed=True), checked("threads", threads)
    record = _recoup.merge(folders, None if out is None else path("out", out), force, threads, callback(progress))
    return Batch(json.loads(record))
