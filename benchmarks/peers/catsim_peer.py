"""The peer catsim: ten separate adaptive tests, one a facet, each answer cut in two (mostly or fully: yes).

catsim knows dichotomous items on one dimension. Runs in .venv-bench; JSON in on stdin, JSON out on stdout.
"""

import json
import sys
import time

import catsim
import numpy as np
from catsim.estimation import NumericalSearchEstimator
from catsim.item_bank import ItemBank
from catsim.selection import MaxInfoSelector

given = json.load(sys.stdin)
facets, answers = np.array(given["facets"]), np.array(given["answers"])
a, b = np.array(given["discrimination"]), np.array(given["thresholds"])[:, 2]
selector, estimator = MaxInfoSelector(), NumericalSearchEstimator()
items = [np.flatnonzero(facets == facet) for facet in range(10)]
banks = [ItemBank(np.stack([a[own], b[own], np.zeros(len(own)), np.ones(len(own))], axis=1)) for own in items]

levels, began = [], time.perf_counter()
for one in answers:
    theta, asked, said = np.zeros(10), [[] for _ in items], [[] for _ in items]
    for step in range(given["count"]):
        facet = step % 10
        pick = int(
            selector.select(item_bank=banks[facet], administered_items=asked[facet], est_theta=theta[facet])
        )
        asked[facet].append(pick)
        said[facet].append(bool(one[items[facet][pick]] >= 4))
        theta[facet] = estimator.estimate(
            item_bank=banks[facet],
            administered_items=asked[facet],
            response_vector=said[facet],
            est_theta=theta[facet],
        )
    levels.append(theta.tolist())
seconds = (time.perf_counter() - began) / len(answers)
json.dump({"version": catsim.__version__, "levels": levels, "seconds": seconds}, sys.stdout)
