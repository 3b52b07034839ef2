"""Progress: a callback, a bar of tqdm, or a line on stderr."""

from __future__ import annotations

import sys
from typing import Any, Callable, Optional, Union

from ._arguments import refusal

Callback = Callable[[str, int, int], None]
"""Gets the stage, the steps done and the steps ahead (0 where they are not known); what it raises stops the work."""

Progress = Union[bool, Callback, None]


def callback(progress: Progress) -> Optional[Callback]:
    """The callback that shows progress: the one that is given, or for ``True`` a bar."""
    if not progress:
        return None
    if progress is True:
        return bar() if sys.stderr is not None else None
    if not callable(progress):
        raise refusal(f"`progress` takes True, False or a function, not {progress!r}")
    return progress


def bar() -> Callback:
    """A bar of tqdm, which notebooks show too; a line on stderr where tqdm is not installed."""
    try:
        from tqdm.auto import tqdm
    except ImportError:
        return line()
    shown: Any = None

    def show(stage: str, done: int, of: int) -> None:
        nonlocal shown
        if stage == "done":
            if shown is not None:
                shown.n = shown.total
                shown.refresh()
                shown.close()
            return
        if shown is None:
            shown = tqdm(total=of or None, leave=False)
        if shown.total != (of or None):
            shown.reset(total=of or None)
        shown.set_description(stage, refresh=False)
        shown.n = done
        shown.refresh()

    return show


def line() -> Callback:
    """A line on stderr that is written again where it changes; where stderr is no terminal, a line for each stage."""
    last = ""

    def show(stage: str, done: int, of: int) -> None:
        nonlocal last
        try:
            is_terminal = sys.stderr.isatty()
            if stage == "done":
                text = ""
            else:
                text = f"{stage} {done / of:.0%}" if of and is_terminal else stage
            if text == last:
                return
            last = text
            if is_terminal:
                sys.stderr.write(f"\r{text:<40}" + ("" if text else "\r"))
            elif text:
                sys.stderr.write(f"{text}\n")
            sys.stderr.flush()
        except (AttributeError, OSError, ValueError):
            # There is no stderr, or nobody reads it: the work goes on.
            pass

    return show
