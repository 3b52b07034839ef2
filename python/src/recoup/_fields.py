"""Answers as objects: JSON objects with fields, which do not change."""

from __future__ import annotations

from typing import Any, Dict, Iterator, Mapping, Tuple


class Fields:
    """A JSON object: fields by attribute, or by item where a name is no word. It does not change."""

    __slots__ = ("_fields",)
    _fields: Dict[str, Any]

    def __init__(self, fields: Mapping[str, Any]) -> None:
        object.__setattr__(self, "_fields", {name: frozen(value) for name, value in fields.items()})

    def __getattr__(self, name: str) -> Any:
        try:
            return self._fields[name]
        except KeyError:
            raise AttributeError(f"no field `{name}`: there is {', '.join(self._fields)}") from None

    def __getitem__(self, name: str) -> Any:
        return self._fields[name]

    def __contains__(self, name: object) -> bool:
        return name in self._fields

    def __iter__(self) -> Iterator[str]:
        return iter(self._fields)

    def __len__(self) -> int:
        return len(self._fields)

    def __setattr__(self, name: str, value: Any) -> None:
        raise AttributeError("an answer does not change")

    def __delattr__(self, name: str) -> None:
        raise AttributeError("an answer does not change")

    def __dir__(self) -> Iterator[str]:
        return iter([*super().__dir__(), *(name for name in self._fields if name.isidentifier())])

    def __eq__(self, other: object) -> bool:
        if isinstance(other, Fields):
            return self._fields == other._fields
        return NotImplemented

    def __hash__(self) -> int:
        return hash(frozenset((name, _hashed(value)) for name, value in self._fields.items()))

    def __reduce__(self) -> Tuple[Any, ...]:
        return type(self), (self.to_dict(),)

    def __repr__(self) -> str:
        return f"{type(self).__name__}({described(self._fields)})"

    def to_dict(self) -> Dict[str, Any]:
        """The same as dicts and lists, to be changed."""
        return {name: thawed(value) for name, value in self._fields.items()}


def _hashed(value: Any) -> Any:
    return value if not isinstance(value, tuple) else tuple(_hashed(item) for item in value)


def frozen(value: Any) -> Any:
    """A JSON value as fields and tuples."""
    if isinstance(value, Mapping):
        return Fields(value)
    if isinstance(value, (list, tuple)):
        return tuple(frozen(item) for item in value)
    return value


def thawed(value: Any) -> Any:
    """A frozen value as dicts and lists."""
    if isinstance(value, Fields):
        return value.to_dict()
    if isinstance(value, tuple):
        return [thawed(item) for item in value]
    return value


def described(fields: Mapping[str, Any]) -> str:
    """The fields in a line: long lists and objects by their size."""
    shown = []
    for name, value in fields.items():
        if isinstance(value, tuple):
            text = f"({len(value)} items)" if value else "()"
        elif isinstance(value, Fields):
            text = "{...}"
        else:
            text = repr(value)
            text = text if len(text) <= 60 else f"{text[:57]}..."
        shown.append(f"{name}={text}")
    return ", ".join(shown)
