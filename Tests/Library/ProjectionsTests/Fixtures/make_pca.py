"""Writes pca.json: vectors and what scikit-learn's PCA makes of them.

    pip install scikit-learn==1.9.1 numpy
    python make_pca.py > pca.json

The reference works in double precision, so that what is compared is our own accuracy.
"""
import json

import numpy as np
from sklearn.decomposition import PCA

generator = np.random.default_rng(7)


def case(rows, columns, components, shift):
    mixing = generator.normal(size=(columns, columns))
    vectors = (generator.normal(size=(rows, columns)) @ mixing + shift).astype(np.float32)
    exact = vectors.astype(np.float64)
    pca = PCA(components, svd_solver="full").fit(exact)
    whitened = PCA(components, svd_solver="full", whiten=True).fit_transform(exact)
    coordinates = pca.transform(exact)
    return {
        "dimensions": columns,
        "count": components,
        "vectors": vectors.ravel().tolist(),
        "mean": pca.mean_.tolist(),
        "axes": pca.components_.ravel().tolist(),
        "variance": pca.explained_variance_.tolist(),
        "ratio": pca.explained_variance_ratio_.tolist(),
        "coordinates": coordinates.ravel().tolist(),
        "whitened": whitened.ravel().tolist(),
        "inverse": pca.inverse_transform(coordinates).ravel().tolist(),
    }


def rounded(value):
    if isinstance(value, list):
        return [rounded(entry) for entry in value]
    if isinstance(value, dict):
        return {key: entry if key == "vectors" else rounded(entry) for key, entry in value.items()}
    return float(f"{value:.9g}") if isinstance(value, float) else value


print(json.dumps([rounded(case(40, 6, 3, 0.0)), rounded(case(25, 10, 10, 0.0)),
                  rounded(case(60, 4, 2, 100.0))]))
