"""The work of `amble-benchmark train` in gensim, for the line "train" of the standard input.

    train_gensim.py WALKS DIMENSIONS WINDOW NEGATIVES THREADS SEED

Answers with the seconds that one epoch took, on the clock and of all processors together. WALKS is
a file with a walk a line, given to gensim as a file, which it trains on the fastest. Its vocabulary
is made before.
"""

import sys
import time

import gensim
from gensim.models import Word2Vec

path = sys.argv[1]
dimensions, window, negatives, threads, seed = map(int, sys.argv[2:])
model = Word2Vec(
    vector_size=dimensions, window=window, negative=negatives, workers=threads, seed=seed, sg=1,
    min_count=0, sample=0,
)
model.build_vocab(corpus_file=path)
print(f"gensim {gensim.__version__}", flush=True)
for line in sys.stdin:
    start = (time.perf_counter(), time.process_time())
    model.train(
        corpus_file=path, total_examples=model.corpus_count, total_words=model.corpus_total_words,
        epochs=1,
    )
    print(time.perf_counter() - start[0], time.process_time() - start[1], flush=True)
