#!/usr/bin/env python3
"""Makes the expected numbers of the evaluation's tests with scikit-learn.

  python3 make_fixtures.py        writes metrics.json and logistic.json beside this file

Made with scikit-learn 1.9.1 and numpy. Hits@k and the mean reciprocal rank are not in scikit-learn:
they come from the definition, in plain loops.
"""
import json
import os
import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import (
    accuracy_score, average_precision_score, f1_score, precision_recall_curve, roc_auc_score, roc_curve)

HERE = os.path.dirname(os.path.abspath(__file__))


def ranking(name, positives, negatives):
    y = np.r_[np.ones(len(positives)), np.zeros(len(negatives))]
    s = np.r_[positives, negatives]
    fpr, tpr, _ = roc_curve(y, s, drop_intermediate=False)
    precision, recall, _ = precision_recall_curve(y, s)
    ranks = [1 + sum(n > p for n in negatives) + sum(n == p for n in negatives) / 2 for p in positives]
    return dict(
        name=name, positives=list(map(float, positives)), negatives=list(map(float, negatives)),
        auc=roc_auc_score(y, s), averagePrecision=average_precision_score(y, s),
        falsePositiveRates=fpr.tolist(), truePositiveRates=tpr.tolist(),
        # scikit-learn goes from the lowest threshold to the highest.
        precisions=precision[::-1].tolist(), recalls=recall[::-1].tolist(),
        hitsAt3=float(np.mean([r <= 3 for r in ranks])), hitsAt10=float(np.mean([r <= 10 for r in ranks])),
        meanReciprocalRank=float(np.mean([1 / r for r in ranks])))


def classification(name, actual, predicted, labels):
    a = np.zeros((len(actual), labels), int)
    b = np.zeros((len(actual), labels), int)
    for i, (x, y) in enumerate(zip(actual, predicted)):
        a[i, x] = 1
        b[i, y] = 1
    return dict(
        name=name, actual=actual, predicted=predicted, labelCount=labels,
        microF1=f1_score(a, b, average="micro", zero_division=0),
        macroF1=f1_score(a, b, average="macro", zero_division=0), accuracy=accuracy_score(a, b),
        f1=f1_score(a, b, average=None, zero_division=0).tolist())


def main():
    r = np.random.default_rng(7)
    rankings = [
        ranking("random", r.normal(0.5, 1, 120), r.normal(0, 1, 90)),
        ranking("few positives", r.normal(1, 1, 3), r.normal(0, 1, 150)),
        ranking("ties", np.round(r.normal(0.3, 1, 100), 1), np.round(r.normal(0, 1, 130), 1)),
        ranking("many ties", r.integers(0, 3, 80), r.integers(0, 3, 60)),
        ranking("constant", np.full(30, 2.5), np.full(70, 2.5)),
        ranking("perfect", r.uniform(1, 2, 20), r.uniform(0, 1, 30)),
        ranking("upside down", r.uniform(0, 1, 20), r.uniform(1, 2, 30)),
        ranking("one of each", [1.0], [0.0]),
    ]
    several = lambda n, labels: [sorted(r.choice(labels, r.integers(1, 4), replace=False).tolist()) for _ in range(n)]
    one = lambda n, labels: [[int(x)] for x in r.integers(0, labels, n)]
    actual = several(120, 8)
    classifications = [
        classification("several labels", actual, [a if r.random() < 0.4 else b for a, b in zip(actual, several(120, 8))], 8),
        classification("one label", one(150, 5), one(150, 5), 5),
        classification("a label that is absent", one(60, 3), one(60, 3), 4),
    ]
    with open(os.path.join(HERE, "metrics.json"), "w") as f:
        json.dump(dict(rankings=rankings, classifications=classifications), f)
        f.write("\n")

    models = []
    for rows, columns, cost, share in [(80, 4, 1.0, 0.5), (60, 7, 0.1, 0.3), (120, 3, 10.0, 0.7)]:
        x = r.normal(0, 1, (rows, columns)) * r.uniform(0.2, 3, columns) + r.normal(0, 1, columns)
        y = (x @ r.normal(0, 1, columns) + r.normal(0, 2, rows)) > 0
        y[: int(rows * share / 10)] = ~y[: int(rows * share / 10)]
        m = LogisticRegression(solver="liblinear", C=cost, tol=1e-10, max_iter=100000).fit(x, y)
        models.append(dict(
            cost=cost, columnCount=columns, features=x.ravel().tolist(), answers=[bool(b) for b in y],
            weights=m.coef_[0].tolist(), intercept=float(m.intercept_[0])))
    with open(os.path.join(HERE, "logistic.json"), "w") as f:
        json.dump(models, f)
        f.write("\n")


if __name__ == "__main__":
    main()
