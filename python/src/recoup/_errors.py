"""Exceptions, and what is said of a study."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Iterable, List, Optional, Tuple


@dataclass(frozen=True)
class Place:
    """Where something stands: a source (a path, ``preset:NAME``, ``--set``), and the line and column from 1."""

    source: str
    line: int
    column: int

    def __str__(self) -> str:
        return f"{self.source}:{self.line}:{self.column}"


@dataclass(frozen=True)
class Diagnostic:
    """An error, a warning or a note about a study or its result."""

    severity: str
    """``error``, ``warning`` or ``note``."""
    code: str
    """The code, which docs/diagnostics.md explains."""
    message: str
    help: Optional[str] = None
    """The way out."""
    place: Optional[Place] = None
    text: str = field(default="", repr=False, compare=False)
    """The whole diagnostic as the program prints it, with the line in question."""

    def __str__(self) -> str:
        return self.text or f"{self.severity}[{self.code}]: {self.message}"


class RecoupError(Exception):
    """What can go wrong. ``code`` is that of docs/diagnostics.md where there is one, ``exit_code`` that of the program."""

    code: Optional[str]
    exit_code: int

    def __init__(self, message: str, code: Optional[str] = None, exit_code: int = 1) -> None:
        super().__init__(message)
        self.code = code
        self.exit_code = exit_code

    def __reduce__(self) -> Tuple[Any, ...]:
        return type(self), (str(self), self.code, self.exit_code)


class StudyError(RecoupError):
    """A study, a question or a file is refused: ``diagnostics`` has every problem with its place and the way out."""

    diagnostics: List[Diagnostic]

    def __init__(
        self,
        message: str,
        code: Optional[str] = None,
        exit_code: int = 2,
        diagnostics: Iterable[Diagnostic] = (),
    ) -> None:
        super().__init__(message, code, exit_code)
        self.diagnostics = list(diagnostics)

    def __reduce__(self) -> Tuple[Any, ...]:
        return type(self), (str(self), self.code, self.exit_code, self.diagnostics)


class UsageError(RecoupError):
    """Arguments that cannot be used."""


class Interrupted(RecoupError):
    """A stop was requested. Ctrl-C raises ``KeyboardInterrupt`` instead."""


Told = Tuple[str, str, str, Optional[str], Optional[Tuple[str, int, int]], str]


def diagnostic(told: Told) -> Diagnostic:
    """A diagnostic from what the compiled part tells."""
    severity, code, message, way_out, place, text = told
    return Diagnostic(severity, code, message, way_out, Place(*place) if place else None, text)


def _made(code: Optional[str], exit_code: int, message: str, diagnostics: List[Told], stopped: bool) -> RecoupError:
    """The exception of an error; called by the compiled part."""
    if diagnostics:
        found = [diagnostic(one) for one in diagnostics]
        return StudyError("\n\n".join([message, *(str(one) for one in found)]), code, exit_code, found)
    if stopped:
        return Interrupted(message, code, exit_code)
    if code == "U002":
        return UsageError(f"[{code}] {message}", code, exit_code)
    return RecoupError(f"[{code}] {message}" if code else message, code, exit_code)
