"""A study as a function of chosen numbers, for methods of other libraries."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, List, Optional, Tuple

from . import _recoup
from ._arguments import checked, refusal

if TYPE_CHECKING:
    import numpy
    from numpy.typing import ArrayLike, NDArray

    Floats = NDArray[numpy.float64]


class Evaluator:
    """The expected engine as a function of chosen numbers; those that are not chosen stay at their point values.

    ``evaluator(points)`` takes an array of n rows with a column for each of ``names``, and gives an array of n rows with a column
    for each of ``strategies``. Rows are computed over all cores, without the lock of the interpreter.
    """

    __slots__ = ("_evaluator", "_made_of")

    def __init__(self, study: _recoup._Study, arguments: str, options: str) -> None:
        self._made_of = (study, arguments, options)
        self._evaluator = study.evaluator(arguments, options)

    def __reduce__(self) -> Tuple[Any, ...]:
        study, arguments, options = self._made_of
        return _restored, (study.state(), arguments, options)

    def __copy__(self) -> "Evaluator":
        return self

    def __deepcopy__(self, memo: object) -> "Evaluator":
        return self

    def __repr__(self) -> str:
        return f"<evaluator of {', '.join(self.names)} for {', '.join(self.strategies)}>"

    @property
    def names(self) -> List[str]:
        """The numbers, in the order of the columns of a point."""
        return self._evaluator.names

    @property
    def strategies(self) -> List[str]:
        """The strategies, in the order of the columns of a value."""
        return self._evaluator.strategies

    @property
    def point(self) -> "Floats":
        """The point value of each number."""
        import numpy

        return numpy.array(self._evaluator.point)

    @property
    def bounds(self) -> "Floats":
        """The 5 % and the 95 % quantile of each number in a row; the domain of one that is not uncertain, which may have no end."""
        import numpy

        return numpy.array(self._evaluator.bounds)

    def __call__(self, points: "ArrayLike", threads: Optional[int] = None) -> "Floats":
        """The value of every strategy at each point; of one point where ``points`` has one dimension."""
        rows, is_one = self._rows(points)
        values = self._floats(self._evaluator.at(rows.tobytes(), checked("threads", threads)), len(self.strategies))
        row: Floats = values[0] if is_one else values
        return row

    def quantiles(self, probabilities: "ArrayLike") -> "Floats":
        """Values of the numbers, each by itself, at probabilities between 0 and 1: turns points of the open unit cube, such as the
        designs of SALib, into points of the study."""
        rows, is_one = self._rows(probabilities)
        values = self._floats(self._evaluator.quantiles(rows.tobytes()), len(self.names))
        row: Floats = values[0] if is_one else values
        return row

    def sample(self, count: int) -> "Floats":
        """The first ``count`` parameter draws of the study, correlations and orders included."""
        return self._floats(self._evaluator.sample(checked("count", count, needed=True)), len(self.names))

    def _rows(self, points: "ArrayLike") -> Tuple["Floats", bool]:
        import numpy

        rows = numpy.ascontiguousarray(_numbers(points), dtype=numpy.float64)
        is_one = numpy.ndim(points) == 1
        if is_one:
            rows = rows.reshape(1, -1)
        if rows.ndim != 2 or rows.shape[1] != len(self.names):
            raise refusal(f"points have the shape (n, {len(self.names)}), not {numpy.shape(points)}")
        return rows, is_one

    def _floats(self, data: bytes, columns: int) -> "Floats":
        import numpy

        values: Floats = numpy.frombuffer(data, dtype=numpy.float64).reshape(-1, columns).copy()
        return values


def _numbers(points: "ArrayLike") -> "NDArray[Any]":
    """Points as an array of real numbers; what would lose something as such is refused."""
    import numpy

    for part in (points, *points) if isinstance(points, (list, tuple)) else (points,):
        if isinstance(part, numpy.ma.MaskedArray) and numpy.ma.is_masked(part):
            raise refusal("points have a value everywhere: this array has masked ones")
    try:
        found = numpy.asarray(points)
        items = found.flat if found.dtype.kind == "O" else ()
        if found.dtype.kind not in "iufO" or any(isinstance(item, (bool, numpy.bool_, str, bytes, complex)) for item in items):
            raise refusal(f"points are real numbers, not of the type {found.dtype}")
        return numpy.asarray(found, dtype=numpy.float64)
    except (TypeError, ValueError) as error:
        raise refusal(f"points are an array of real numbers: {error}") from None


def _restored(state: Any, arguments: str, options: str) -> Evaluator:
    """An evaluator from its pickle."""
    return Evaluator(_recoup._Study.restore(state), arguments, options)
