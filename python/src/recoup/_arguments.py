"""Arguments, checked before the compiled part gets them."""

from __future__ import annotations

import json
import math
import os
from typing import Any, Callable, Dict, List, Mapping, Optional, Sequence, Tuple

from ._errors import UsageError
from ._fields import Fields


def refusal(message: str) -> UsageError:
    """The exception of an argument that cannot be used."""
    return UsageError(f"[U002] {message}", "U002", 2)


def plain(value: Any, inside: Tuple[int, ...] = ()) -> Any:
    """A value as JSON has it: mappings and fields as dicts, scalars and arrays of NumPy as numbers and lists, paths as text."""
    if isinstance(value, Fields):
        value = value.to_dict()
    elif hasattr(value, "tolist"):
        value = value.tolist()
    elif isinstance(value, os.PathLike):
        value = os.fspath(value)
    if value is None or isinstance(value, (str, int, float)):
        return value
    if not isinstance(value, (Mapping, list, tuple)):
        raise refusal(f"it is no value of a study: {value!r}")
    if id(value) in inside:
        raise refusal("it is no value of a study: it contains itself")
    if len(inside) > 100:
        raise refusal("it is no value of a study: it is nested too deeply")
    inside = (*inside, id(value))
    if not isinstance(value, Mapping):
        return [plain(item, inside) for item in value]
    for name in value:
        if not isinstance(name, str):
            raise refusal(f"a key is a text, not {name!r}")
    return {name: plain(item, inside) for name, item in value.items()}


def as_json(value: Any) -> str:
    """The JSON of a value."""
    try:
        return json.dumps(plain(value), allow_nan=False)
    except ValueError as error:
        raise refusal(f"it is no value of a study: {error}") from None


def _scalar(value: Any) -> Any:
    """A scalar of NumPy as a number of Python."""
    return value.tolist() if hasattr(value, "tolist") else value


def _whole(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value < 2**64


def _number(value: Any) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool) and abs(value) < math.inf


def _items(*kinds: Callable[[Any], bool]) -> Callable[[Any], bool]:
    """Whether a value has one item of each of these kinds."""

    def fits(value: Any) -> bool:
        if not isinstance(value, (list, tuple)) or len(value) != len(kinds):
            return False
        return all(kind(_scalar(item)) for kind, item in zip(kinds, value))

    return fits


def _text(value: Any) -> bool:
    return isinstance(value, str)


def _texts(value: Any) -> bool:
    return isinstance(value, list) and all(map(_text, value))


def _all(kind: Callable[[Any], bool]) -> Callable[[Any], bool]:
    """Whether a value is a list of items of this kind."""
    return lambda value: isinstance(value, (list, tuple)) and all(map(kind, value))


_TEXT = (_text, "a text")
_TEXTS = (_texts, "a list of texts")
_WHOLE = (_whole, "a whole number from 0, below 2**64")
_NUMBER = (_number, "a finite number")
_FLAG = (lambda value: isinstance(value, bool), "True or False")

_TAKES: Dict[str, Tuple[Callable[[Any], bool], str]] = {
    **dict.fromkeys(("against", "base", "by", "engine", "keep", "key", "lang", "memory", "method", "name", "on_problem"), _TEXT),
    **dict.fromkeys(("output", "risk", "scenario", "shard", "split", "strategy", "title"), _TEXT),
    **dict.fromkeys(("groups", "keys", "strategies", "surveys"), _TEXTS),
    **dict.fromkeys(("count", "customer", "draws", "most_different", "replicates", "rows", "seed", "threads"), _WHOLE),
    **dict.fromkeys(("budget", "survey_cost"), _NUMBER),
    **dict.fromkeys(("charts", "fail_fast", "force", "histories", "variants"), _FLAG),
    "range": (_items(_number, _number), "(low, high)"),
    "over": (_all(_items(_text, _number, _number, _whole)), 'tuples as ("voice.solicit", 0.0, 1.0, 11)'),
    "levers": (_all(_items(_text, _number, _number)), 'the ends of each key, as {"voice.solicit": (0.0, 1.0)}'),
}
"""Whether an argument can be used, and what it takes."""


def checked(name: str, value: Any, *, needed: bool = False) -> Any:
    """An argument that can be used; None where it is left out and not needed."""
    if value is None and not needed:
        return None
    fits, what = _TAKES[name]
    given, value = value, _scalar(value)
    if not fits(value):
        raise refusal(f"`{name}` takes {what}, not {given!r}")
    return value


def every(needed: Sequence[str] = (), **arguments: Any) -> Dict[str, Any]:
    """All arguments by their names, each one checked."""
    return {name: checked(name, value, needed=name in needed) for name, value in arguments.items()}


def texts(name: str, value: Any) -> List[str]:
    """A list of texts; one text is a list of one."""
    if isinstance(value, str):
        return [value]
    try:
        listed = list(value)
    except TypeError:
        listed = value
    result: List[str] = checked(name, listed, needed=True)
    return result


def path(name: str, value: Any) -> str:
    """A path as text."""
    text = os.fspath(value) if isinstance(value, os.PathLike) else value
    if not isinstance(text, str):
        raise refusal(f"`{name}` takes a path, not {value!r}")
    return text


def mapping(name: str, value: Optional[Any]) -> Mapping[str, Any]:
    """A dict of keys and values; an empty one where it is left out."""
    if value is None:
        return {}
    if isinstance(value, Fields):
        return value.to_dict()
    if not isinstance(value, Mapping):
        raise refusal(f"`{name}` takes a dict of keys and values, not {value!r}")
    return value
