"""The work of `amble-benchmark query` in gensim and numpy, a task for each line of the standard input.

    query_gensim.py ROWS DIMENSIONS QUERIES COUNT THREADS SEED

Answers every line, the name of a task, with the seconds that it took on the clock and of all
processors together. What does not depend on the queries (lengths, squares) is computed before.
"""

import os
import sys
import time

rows, dimensions, queries, count, threads, seed = map(int, sys.argv[1:])
os.environ["OPENBLAS_NUM_THREADS"] = str(threads)

import gensim
import numpy
from gensim.models import KeyedVectors

generator = numpy.random.default_rng(seed)
vectors = generator.standard_normal((rows, dimensions), dtype=numpy.float32)
units = vectors / numpy.linalg.norm(vectors, axis=1, keepdims=True)
squares = numpy.einsum("ij,ij->i", vectors, vectors)
keyed = KeyedVectors(dimensions)
keyed.add_vectors(list(range(rows)), vectors)
keyed.fill_norms()


def with_gensim(number):
    for query in vectors[:number]:
        keyed.similar_by_vector(query, topn=count)


def nearest(scores):
    """The largest of each row of scores, in order."""
    chosen = numpy.argpartition(scores, -count, axis=1)[:, -count:]
    best = numpy.take_along_axis(scores, chosen, axis=1)
    return numpy.take_along_axis(chosen, numpy.argsort(-best, axis=1), axis=1)


def with_numpy(number, scores):
    # A hundred queries at once: 400 MB of scores for a million rows.
    for first in range(0, number, 100):
        nearest(scores(slice(first, min(first + 100, number))))


def cosines(chosen):
    return units[chosen] @ units.T


def dots(chosen):
    return vectors[chosen] @ vectors.T


def distances(chosen):
    return 2 * dots(chosen) - squares


TASKS = {
    "cosine, gensim": lambda: with_gensim(queries),
    "cosine, numpy": lambda: with_numpy(queries, cosines),
    "dot, numpy": lambda: with_numpy(queries, dots),
    "euclidean, numpy": lambda: with_numpy(queries, distances),
    "one cosine, gensim": lambda: with_gensim(1),
    "one cosine, numpy": lambda: with_numpy(1, cosines),
}

# Threads and memory are there before the clock runs.
with_numpy(1, cosines)
with_gensim(1)
print(f"gensim {gensim.__version__}, numpy {numpy.__version__}", flush=True)
for line in sys.stdin:
    start = time.perf_counter(), time.process_time()
    TASKS[line.strip()]()
    print(time.perf_counter() - start[0], time.process_time() - start[1], flush=True)
