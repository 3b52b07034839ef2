"""A batch over a Dask cluster: each task runs a part into a folder that all machines share, and one joins the parts.

The result has the bytes of a batch on one machine.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any, List

import recoup
from dask.distributed import Client, LocalCluster


def part(studies: List[str], out: str, number: int, of: int, draws: int) -> int:
    """Runs one part; what is there and whole is not run again, so a task that is repeated goes on where it stopped."""
    record = recoup.batch(studies, out, shard=f"{number}/{of}", split="draws", draws=draws, threads=1)
    return int(record.failed)


def run(client: Client, studies: List[str], out: Path, parts: int, draws: int) -> recoup.Batch:
    """Runs the studies in parts over a cluster, and joins them."""
    tasks: List[Any] = [
        client.submit(part, studies, str(out), number, parts, draws, pure=False) for number in range(1, parts + 1)
    ]
    failed = sum(client.gather(tasks))
    if failed:
        raise RuntimeError(f"{failed} studies failed: see part.toml of each part")
    return recoup.merge(out.with_name(f"{out.name}.parts"), out)


if __name__ == "__main__":
    with LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster, Client(cluster) as client:
        folder = Path(sys.argv[1] if len(sys.argv) > 1 else "output/dask")
        print(run(client, ["city-hotel", "tarp-major"], folder, parts=4, draws=200))
