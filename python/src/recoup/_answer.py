"""Answers: their fields, tables, charts and pages."""

from __future__ import annotations

import html
import json
import os
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Dict, Iterator, List, Optional, Tuple, Union

from . import _recoup
from ._errors import Diagnostic, diagnostic
from ._fields import Fields, described

if TYPE_CHECKING:
    import pandas
    import polars


class Table:
    """A table of an answer. Libraries that know the PyCapsule interface of Arrow take it as it is."""

    def __init__(self, table: _recoup._Table) -> None:
        self._table = table

    @property
    def name(self) -> str:
        """Its name."""
        return self._table.name

    @property
    def columns(self) -> List[str]:
        """Names of its columns."""
        return self._table.columns()

    def __len__(self) -> int:
        return len(self._table)

    def __repr__(self) -> str:
        return f"<table {self.name}: {len(self)} rows, {len(self.columns)} columns>"

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        return self._table.__arrow_c_stream__(requested_schema)

    def to_lists(self) -> Dict[str, List[Any]]:
        """The columns as lists, by name; needs no library."""
        return self._table.to_lists()

    def to_polars(self) -> "polars.DataFrame":
        """A frame of polars over the same memory."""
        import polars

        return polars.DataFrame(self)

    def to_pandas(self) -> "pandas.DataFrame":
        """A frame of pandas; by way of pyarrow where it is installed."""
        import pandas

        frame: pandas.DataFrame
        try:
            import pyarrow
        except ImportError:
            frame = pandas.DataFrame(self.to_lists())
        else:
            frame = pyarrow.table(self).to_pandas()
        return frame


class Chart:
    """A chart: notebooks show it, ``save`` writes it."""

    def __init__(self, name: str, title: str, svg: str) -> None:
        self.name = name
        self.title = title
        self.svg = svg

    def __repr__(self) -> str:
        return f"<chart {self.name}: {self.title}>"

    def _repr_svg_(self) -> str:
        return self.svg

    def save(self, path: Union[str, "os.PathLike[str]"]) -> None:
        """Writes the picture as SVG."""
        Path(path).write_text(self.svg, encoding="utf-8")


PAGE_HEIGHT = 640
"""Height of a page in a notebook, in pixels."""


class Answer:
    """An answer of Recoup. Its fields are those of the program's ``--json``, by attribute; it does not change."""

    __slots__ = ("_answer", "__dict__")
    _answer: _recoup._Answer

    def __init__(self, answer: _recoup._Answer) -> None:
        object.__setattr__(self, "_answer", answer)

    @property
    def kind(self) -> str:
        """The command that gives it, such as ``run``."""
        return self._answer.kind

    @cached_property
    def fields(self) -> Fields:
        """All fields."""
        return Fields(json.loads(self._answer.json))

    @cached_property
    def diagnostics(self) -> Tuple[Diagnostic, ...]:
        """Warnings and notes about the study and the answer."""
        return tuple(diagnostic(told) for told in self._answer.diagnostics)

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)
        return getattr(self.fields, name)

    def __getitem__(self, name: str) -> Any:
        return self.fields[name]

    def __contains__(self, name: object) -> bool:
        return name in self.fields

    def __iter__(self) -> Iterator[str]:
        return iter(self.fields)

    def __len__(self) -> int:
        return len(self.fields)

    def keys(self) -> List[str]:
        """Names of the fields."""
        return list(self.fields)

    def __setattr__(self, name: str, value: Any) -> None:
        raise AttributeError("an answer does not change")

    def __delattr__(self, name: str) -> None:
        raise AttributeError("an answer does not change")

    def __copy__(self) -> "Answer":
        return self

    def __deepcopy__(self, memo: object) -> "Answer":
        return self

    def __dir__(self) -> Iterator[str]:
        return iter([*super().__dir__(), *(name for name in self.fields if name.isidentifier())])

    def __eq__(self, other: object) -> bool:
        if isinstance(other, Answer):
            return (self.kind, self.to_json()) == (other.kind, other.to_json())
        return NotImplemented

    def __hash__(self) -> int:
        return hash((self.kind, self._answer.json))

    def __reduce__(self) -> Tuple[Any, ...]:
        return type(self), (self._answer,)

    def __repr__(self) -> str:
        return f"{type(self).__name__}({described({name: self.fields[name] for name in self.fields})})"

    def to_json(self) -> str:
        """The JSON of the program, byte by byte."""
        return self._answer.json

    def to_dict(self) -> Dict[str, Any]:
        """The fields as dicts and lists."""
        return self.fields.to_dict()

    @property
    def tables(self) -> List[str]:
        """Names of the tables."""
        return self._answer.tables()

    def table(self, name: Optional[str] = None) -> Table:
        """The table of that name, the first where none is named."""
        if name is None:
            names = self.tables
            if not names:
                raise KeyError(f"an answer of `{self.kind}` has no table")
            name = names[0]
        return Table(self._answer.table(name))

    def to_polars(self, table: Optional[str] = None) -> "polars.DataFrame":
        """A table as a frame of polars; the first where none is named."""
        return self.table(table).to_polars()

    def to_pandas(self, table: Optional[str] = None) -> "pandas.DataFrame":
        """A table as a frame of pandas; the first where none is named."""
        return self.table(table).to_pandas()

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        return self.table().__arrow_c_stream__(requested_schema)

    @property
    def charts(self) -> List[str]:
        """Names of the charts."""
        return self._answer.charts()

    def chart(self, name: Optional[str] = None) -> Chart:
        """The chart of that name, the first where none is named."""
        if name is None:
            names = self.charts
            if not names:
                raise KeyError(f"an answer of `{self.kind}` has no chart")
            name = names[0]
        return Chart(name, *self._answer.chart(name))

    def to_html(self) -> str:
        """The page of the answer: one HTML file that needs nothing else."""
        return self._answer.page()

    def save(self, path: Union[str, "os.PathLike[str]"]) -> None:
        """Writes the page as HTML."""
        Path(path).write_text(self.to_html(), encoding="utf-8")

    def _repr_html_(self) -> str:
        # A frame keeps the styles of the page and of the notebook apart.
        page = html.escape(self.to_html(), quote=True)
        return (
            f'<iframe srcdoc="{page}" title="{html.escape(self.kind)}" '
            f'style="width:100%;height:{PAGE_HEIGHT}px;border:0"></iframe>'
        )


class Ran(Answer):
    """The answer of ``Study.run``."""

    __slots__ = ()

    def histories(self) -> Table:
        """Every simulation, where the study was run with ``histories=True``: scenario, strategy, draw, replicate, present values
        and customers lost. Rows are made from the records of the run in batches as they are read."""
        return self.table("histories")


class Fit(Answer):
    """The answer of ``fit``; ``study`` is the study that the files give."""

    __slots__ = ()
