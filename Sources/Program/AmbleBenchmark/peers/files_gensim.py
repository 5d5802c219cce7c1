"""The work of `amble-benchmark files` in gensim, a task for each line of the standard input.

    files_gensim.py ROWS DIMENSIONS SEED

Answers every line, the name of a task, with the seconds that it took on the clock and of all
processors together. Tasks take long, so that each is done once.
"""

import sys
import tempfile
import time
from pathlib import Path

import gensim
import numpy as np
from gensim.models import KeyedVectors

rows, dimensions, seed = map(int, sys.argv[1:])
generator = np.random.default_rng(seed)
vectors = np.full((rows, dimensions), -1.5, np.float32)
for _ in range(3):
    vectors += generator.random((rows, dimensions), np.float32)
vectors *= 0.6
keyed = KeyedVectors(dimensions)
keyed.add_vectors([f"n{row}" for row in range(rows)], vectors)

with tempfile.TemporaryDirectory() as folder:
    text, binary, array = (str(Path(folder) / name) for name in ("a.emb", "a.bin", "a.npy"))
    np.save(array, vectors)
    TASKS = {
        "write word2vec text": lambda: keyed.save_word2vec_format(text),
        "read word2vec text": lambda: KeyedVectors.load_word2vec_format(text),
        "write word2vec binary": lambda: keyed.save_word2vec_format(binary, binary=True),
        "read word2vec binary": lambda: KeyedVectors.load_word2vec_format(binary, binary=True),
        "map npy": lambda: np.load(array, mmap_mode="r"),
    }
    print(f"gensim {gensim.__version__}", flush=True)
    for line in sys.stdin:
        start = (time.perf_counter(), time.process_time())
        TASKS[line.rstrip("\n")]()
        print(time.perf_counter() - start[0], time.process_time() - start[1], flush=True)
