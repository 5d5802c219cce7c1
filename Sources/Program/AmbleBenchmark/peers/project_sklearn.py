"""The work of `amble-benchmark project` in scikit-learn, a task for each line of the standard input.

    project_sklearn.py FILE THREADS

Maps the array of FILE (.npy), finds its two principal components and applies them. Answers every
line with the seconds that it took on the clock and of all processors together.
"""

import os
import sys
import time

path, threads = sys.argv[1], sys.argv[2]
os.environ["OPENBLAS_NUM_THREADS"] = threads

import numpy
import sklearn
from sklearn.decomposition import PCA


def components(_):
    PCA(2).fit_transform(numpy.load(path, mmap_mode="r"))


print(f"scikit-learn {sklearn.__version__}, numpy {numpy.__version__}", flush=True)
for line in sys.stdin:
    times = []
    for _ in range(2):
        start = time.perf_counter(), time.process_time()
        components(line)
        times.append((time.perf_counter() - start[0], time.process_time() - start[1]))
    print(*min(times), flush=True)
