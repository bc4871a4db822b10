"""The peer mirt (PyPI): graded answers over ten facets, scored by MAP with the right parameters and correlations.

Runs in .venv-bench; JSON in on stdin, JSON out on stdout. All people are scored in one call, which takes about as long
as one person alone. EAP over ten dimensions needs 5^10 points and is not tried.
"""

import json
import sys
import time

import mirt
import numpy as np

given = json.load(sys.stdin)
facets, answers = np.array(given["facets"]), np.array(given["answers"])
model = mirt.GradedResponseModel(len(facets), 5, n_factors=10)
loading = np.zeros((len(facets), 10))
loading[np.arange(len(facets)), facets] = given["discrimination"]
model.set_parameters(discrimination=loading, thresholds=np.array(given["thresholds"]))
model._is_fitted = True  # noqa: SLF001  (the parameters are given, not fitted)

began = time.perf_counter()
scored = mirt.fscores(
    model, answers - 1, method="MAP", prior_mean=np.zeros(10), prior_cov=np.array(given["correlation"])
)
seconds = time.perf_counter() - began
levels, errors = np.asarray(scored.theta).tolist(), np.asarray(scored.standard_error).tolist()
json.dump({"version": mirt.__version__, "levels": levels, "errors": errors, "seconds": seconds}, sys.stdout)
