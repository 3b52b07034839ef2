"""Sobol indices of recoup against SALib, from the same model outputs.

    pip install --target /tmp/salib SALib==1.5.1 pandas==2.2.3
    cargo run --release --package recoup-core --example sobol_peer > /tmp/peer.json
    PYTHONPATH=/tmp/salib python3 benches/peers/sobol_salib.py /tmp/peer.json

Both take 4,096 rows of the design A, B, AB. Total indices agree to rounding. SALib centres the outputs at their mean over
A, AB and B, recoup at the mean over A and B, so first-order indices differ far below their sampling error. The closed
forms of the test functions stand beside them.
"""

import json
import sys

import numpy as np
from SALib.analyze import sobol

V_G = [1 / (3 * (1 + a) ** 2) for a in (0, 1, 4.5, 9, 99)]
V = np.prod([1 + v for v in V_G]) - 1
CLOSED = {
    "ishigami": ([0.3139, 0.4424, 0.0], [0.5576, 0.4424, 0.2437]),
    "sobol g": ([v / V for v in V_G], [v * (1 + V) / (1 + v) / V for v in V_G]),
}

failed = False
for name, peer in json.load(open(sys.argv[1])).items():
    k = peer["dimensions"]
    problem = {"num_vars": k, "names": [f"x{i + 1}" for i in range(k)], "bounds": [[0, 1]] * k}
    theirs = sobol.analyze(problem, np.array(peer["outputs"]), calc_second_order=False, num_resamples=100, seed=1)
    first, total = np.abs(theirs["S1"] - peer["first"]).max(), np.abs(theirs["ST"] - peer["total"]).max()
    failed |= bool(first > 1e-3 or total > 1e-9)
    print(f"{name}: greatest difference to SALib: first {first:.1e}, total {total:.1e}")
    closed = CLOSED.get(name)
    for i in range(k):
        truth = "" if closed is None else f"   closed form {closed[0][i]:.4f} {closed[1][i]:.4f}"
        print(
            f"  x{i + 1}: first {peer['first'][i]:.4f} (SALib {theirs['S1'][i]:.4f})"
            f"  total {peer['total'][i]:.4f} (SALib {theirs['ST'][i]:.4f}){truth}"
        )
sys.exit(failed)
