#!/usr/bin/env python3
"""Writes the fixtures beside it, files as other programs write them.

Needs numpy, gensim and safetensors: pip install numpy gensim safetensors. The versions used are in
versions.txt. The same versions write the same bytes, except for fasttext.bin, whose training is seeded.
"""
import json
import sqlite3
import struct
from pathlib import Path

import gensim
import numpy as np
import safetensors
import safetensors.numpy
from gensim.models import FastText, KeyedVectors
from gensim.models.fasttext import load_facebook_vectors, save_facebook_model

here = Path(__file__).parent
names = ["the", "naïve", "村上", "a_b", "0"]
vectors = np.array(
    [
        [0.1, -0.25, 3.0, 1e-05],
        [-0.0, 1e10, 16777216.0, 0.33333334],
        [1.1754944e-38, 3.4028235e38, -1e-45, 0.008526673],
        [123456.79, -7.0, 2.5e-4, 1e-4],
        [0.0, 1.0, -1.0, 65504.0],
    ],
    dtype=np.float32,
)
halves = np.array([[0.1, -2.0, 65504.0], [6e-8, -0.0, 1 / 3]], dtype=np.float16)
doubles = np.array([[0.1, -2.0, 1e30], [1e-30, 1 / 3, 16777217.0]], dtype=np.float64)


def save(path, keyed, **options):
    keyed.save_word2vec_format(str(here / path), **options)


keyed = KeyedVectors(4)
keyed.add_vectors(names, vectors)
save("gensim.emb", keyed)
save("gensim.bin", keyed, binary=True)

np.save(here / "numpy.npy", vectors)
(here / "numpy.nodes.txt").write_text("".join(f"{name}\n" for name in names))
np.save(here / "columns.npy", np.asfortranarray(doubles))
np.save(here / "halves.npy", halves)
np.savez(here / "numpy.npz", vectors=vectors, names=np.array(names))
np.savez_compressed(here / "compressed.npz", weights=vectors, words=np.array(["a", "b", "c", "d", "e"], "S"))

safetensors.numpy.save_file({"weight": vectors}, here / "weight.safetensors", {"seed": "7"})
bfloat16 = (vectors.view(np.uint32) >> 16).astype(np.uint16)
tensors = {
    "embeddings.word_embeddings.weight": ("F16", halves),
    "encoder.bias": ("F32", vectors[0]),
    "decoder.weight": ("BF16", bfloat16),
    "head.weight": ("F64", doubles),
    "counts": ("I64", np.arange(6).reshape(2, 3)),
}
# By hand, since numpy has no bfloat16; without the padding that usually aligns the numbers.
header, data = {}, b""
for name, (dtype, array) in tensors.items():
    offsets = [len(data), len(data) + array.nbytes]
    header[name] = {"dtype": dtype, "shape": list(array.shape), "data_offsets": offsets}
    data += array.tobytes()
text = json.dumps(header).encode()
(here / "model.safetensors").write_bytes(struct.pack("<Q", len(text)) + text + data)
(here / "vocab.txt").write_text("[PAD]\n##ing\n")

database = here / "python.sqlite"
database.unlink(missing_ok=True)
with sqlite3.connect(database) as connection:
    connection.execute("CREATE TABLE vectors (node TEXT, vector BLOB)")
    connection.executemany(
        "INSERT INTO vectors VALUES (?, ?)",
        [(name, struct.pack("<4f", *row)) for name, row in zip(names, vectors)],
    )
connection.close()

sentences = [["naïve", "村上", "walk", "walks", "walking"], ["walk", "ing", "naïve", "the", "a"]] * 5
model = FastText(
    sentences, vector_size=3, min_count=1, bucket=40, min_n=2, max_n=4, epochs=2, seed=1, workers=1
)
save_facebook_model(model, str(here / "fasttext.bin"))
loaded = load_facebook_vectors(str(here / "fasttext.bin"))
np.save(here / "fasttext.npy", np.stack([loaded[word] for word in loaded.index_to_key]).astype(np.float32))
(here / "fasttext.nodes.txt").write_text("".join(f"{word}\n" for word in loaded.index_to_key))

(here / "versions.txt").write_text(
    f"gensim {gensim.__version__}\nnumpy {np.__version__}\nsafetensors {safetensors.__version__}\n"
)
