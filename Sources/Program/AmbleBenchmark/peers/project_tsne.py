"""The work of `amble-benchmark project VECTORS` in openTSNE and scikit-learn, by name.

    project_tsne.py FILE PLACES THREADS

Places the vectors of FILE (.npy) by t-SNE with perplexity 30, begun at the first two principal
components, writes the places to PLACES (.npy), and answers with the seconds that it took on the
clock and of all processors together.
"""

import sys
import time

path, places, threads = sys.argv[1], sys.argv[2], int(sys.argv[3])

import numpy
import openTSNE
import sklearn
from sklearn.manifold import TSNE

vectors = numpy.ascontiguousarray(numpy.load(path), dtype=numpy.float64)


def with_opentsne():
    return openTSNE.TSNE(perplexity=30, initialization="pca", n_jobs=threads, random_state=1).fit(
        vectors
    )


def with_sklearn():
    return TSNE(perplexity=30, init="pca", n_jobs=threads, random_state=1).fit_transform(vectors)


TASKS = {"openTSNE": with_opentsne, "scikit-learn": with_sklearn}

print(f"openTSNE {openTSNE.__version__}, scikit-learn {sklearn.__version__}", flush=True)
for line in sys.stdin:
    start = time.perf_counter(), time.process_time()
    result = numpy.asarray(TASKS[line.strip()](), dtype=numpy.float32)
    took = time.perf_counter() - start[0], time.process_time() - start[1]
    numpy.save(places, result)
    print(*took, flush=True)
