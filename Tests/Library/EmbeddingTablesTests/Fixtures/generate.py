#!/usr/bin/env python3
"""Runs PyTorch over random cases of tables, bags and optimizers and writes what it did.

    python3 -m pip install torch numpy
    python3 Tests/EmbeddingTablesTests/Fixtures/generate.py

The Swift tests read the files beside this script; they need neither Python nor PyTorch. The same
version of PyTorch writes the same bytes. Inputs are multiples of 1/64 and written as integers, in
units of 1/64. One line is one case.
"""

import json
import pathlib
import random

import numpy as np
import torch

UNIT = 64
random.seed(20160813)
torch.set_num_threads(1)


def units(shape, low=-128, high=128):
    """Random multiples of 1/64, as a tensor."""
    return torch.randint(low, high + 1, shape, generator=GENERATOR).float() / UNIT


GENERATOR = torch.Generator().manual_seed(1)


class Number(float):
    """A 32-bit float that is written with as few digits as tell it from its neighbors."""

    def __repr__(self):
        text = np.format_float_positional(np.float32(self), unique=True, trim="-")
        short = np.format_float_scientific(np.float32(self), unique=True, trim="-", exp_digits=1)
        return short if len(short) < len(text) else text


def outputs(tensor):
    return [Number(x) for x in tensor.detach().flatten().tolist()]


def inputs(tensor):
    return [round(x * UNIT) for x in tensor.detach().flatten().tolist()]


def write(name, cases):
    path = pathlib.Path(__file__).with_name(name)
    path.write_text("".join(encoded(case) + "\n" for case in cases))
    print(f"{path.name}: {len(cases)} cases, {path.stat().st_size} bytes")


def encoded(value):
    if isinstance(value, dict):
        return "{" + ",".join(f'"{k}":{encoded(v)}' for k, v in value.items()) + "}"
    if isinstance(value, (list, tuple)):
        return "[" + ",".join(encoded(v) for v in value) + "]"
    if isinstance(value, Number):
        return repr(value)
    return json.dumps(value)


def shape_of_table():
    return random.randint(1, 12), random.choice([1, 2, 3, 5, 8, 15, 16, 17, 20, 33])


def options(row_count, allows_scale=True):
    """Keyword arguments of the constructors."""
    result = {}
    if random.random() < 0.5:
        result["padding_idx"] = random.randint(-row_count, row_count - 1)
    if random.random() < 0.4:
        result["max_norm"] = random.choice([0.0, 0.1, 0.5, 1.0, 2.0, 3.7])
        result["norm_type"] = random.choice([2.0, 2.0, 1.0, 3.0, 2.5, 0.5, 0.0, float("inf")])
    if allows_scale and random.random() < 0.4:
        result["scale_grad_by_freq"] = True
    return result


def recorded(kwargs):
    """Options as they are written: JSON has no infinity."""
    result = dict(kwargs)
    if result.get("norm_type") == float("inf"):
        result["norm_type"] = "inf"
    return result


def sparse(gradient):
    return {
        "indices": gradient._indices()[0].tolist(),
        "values": outputs(gradient._values()),
    }


def embedding_case():
    row_count, dim = shape_of_table()
    weight = units((row_count, dim))
    shape = random.choice([[], [random.randint(0, 12)], [3, 4], [2, 0], [2, 3, 2], [1, 1, 1, 5]])
    ids = torch.randint(0, row_count, shape, generator=GENERATOR)
    kwargs = options(row_count)
    gradient = units(shape + [dim])

    def run(is_sparse):
        module = torch.nn.Embedding(
            row_count, dim, _weight=weight.clone(), sparse=is_sparse, **kwargs
        )
        output = module(ids)
        output.backward(gradient)
        return module, output

    module, output = run(False)
    case = {
        "rows": row_count,
        "dimensions": dim,
        "options": recorded(kwargs),
        "table": inputs(weight),
        "shape": shape,
        "indices": ids.flatten().tolist(),
        "outputGradient": inputs(gradient),
        "output": outputs(output),
        "gradient": outputs(module.weight.grad),
    }
    if "max_norm" in kwargs:
        case["tableAfter"] = outputs(module.weight)
    # PyTorch's sparse gradient does not take an index without a dimension.
    if "scale_grad_by_freq" not in kwargs and shape:
        case["sparse"] = sparse(run(True)[0].weight.grad)
    return case


def documented_bag_gradient(weight, ids, bounds, mode, weights, padding, gradient):
    """The gradient with scale_grad_by_freq as it is documented.

    PyTorch up to 2.13 divides by another number on CPUs, so it is not asked.
    """
    count = torch.bincount(ids, minlength=len(weight))
    result = torch.zeros_like(weight, dtype=torch.float64)
    for bag in range(len(bounds) - 1):
        members = [p for p in range(bounds[bag], bounds[bag + 1]) if ids[p] != padding]
        for position in members:
            share = gradient[bag].double() / count[ids[position]]
            if mode == "mean":
                share = share / len(members)
            if weights is not None:
                share = share * weights[position].double()
            result[ids[position]] += share
    return result.float()


def bag_case():
    row_count, dim = shape_of_table()
    mode = random.choice(["sum", "mean", "max"])
    # Coarse numbers, so that maxima are attained more than once.
    weight = units((row_count, dim)) if mode != "max" else units((row_count, dim), -4, 4)
    kwargs = options(row_count, allows_scale=mode != "max")
    weighted = mode == "sum" and random.random() < 0.5
    case = {"rows": row_count, "dimensions": dim, "mode": mode, "options": recorded(kwargs)}
    offsets = None
    if random.random() < 0.4:
        shape = [random.randint(0, 5), random.randint(1, 5)]
        bounds = [bag * shape[1] for bag in range(shape[0] + 1)]
    else:
        shape = [random.randint(0, 16)]
        bag_count = random.randint(1, 6)
        bounds = [0] + sorted(random.randint(0, shape[0]) for _ in range(bag_count - 1)) + shape
        kwargs["include_last_offset"] = random.random() < 0.5
        offsets = bounds if kwargs["include_last_offset"] else bounds[:-1]
        case["offsets"] = offsets
        case["includesLastOffset"] = kwargs["include_last_offset"]
    ids = torch.randint(0, row_count, shape, generator=GENERATOR)
    weights = units(shape) if weighted else None
    gradient = units((len(bounds) - 1, dim))
    scaled = kwargs.pop("scale_grad_by_freq", False)

    def run(is_sparse):
        module = torch.nn.EmbeddingBag(
            row_count, dim, _weight=weight.clone(), mode=mode, sparse=is_sparse, **kwargs
        )
        factors = weights.clone().requires_grad_() if weighted else None
        output = module(ids, None if offsets is None else torch.tensor(offsets), factors)
        output.backward(gradient)
        return module, output, factors

    module, output, factors = run(False)
    padding = module.padding_idx
    case |= {
        "table": inputs(weight),
        "shape": shape,
        "indices": ids.flatten().tolist(),
        "outputGradient": inputs(gradient),
        "output": outputs(output),
        "gradient": outputs(
            documented_bag_gradient(
                weight,
                ids.flatten(),
                bounds,
                mode,
                weights.flatten() if weighted else None,
                padding,
                gradient,
            )
            if scaled
            else module.weight.grad
        ),
    }
    if weighted:
        case["weights"] = inputs(weights)
        case["weightGradient"] = outputs(factors.grad)
    if "max_norm" in kwargs:
        case["tableAfter"] = outputs(module.weight)
    if mode != "max" and not scaled:
        case["sparse"] = sparse(run(True)[0].weight.grad)
    return case


def row_wise_adagrad(weight, sums, gradient, lr, eps):
    """One step, in 32-bit floats; PyTorch has no such optimizer."""
    gradient = gradient.coalesce()
    rows, values = gradient._indices()[0], gradient._values()
    sums[rows] += (values * values).mean(dim=1)
    weight[rows] -= lr * values / (sums[rows].sqrt() + eps)[:, None]


def optimizer_case():
    row_count, dim = shape_of_table()
    name = random.choice(["sgd", "adagrad", "rowWiseAdagrad", "sparseAdam"])
    weight = units((row_count, dim))
    lr = random.choice([0.001, 0.01, 0.1, 0.5])
    kwargs = {"lr": lr}
    if name != "rowWiseAdagrad" and random.random() < 0.3:
        kwargs["maximize"] = True
    if name == "adagrad":
        kwargs["lr_decay"] = random.choice([0, 0, 0.1, 1.0])
        kwargs["initial_accumulator_value"] = random.choice([0, 0, 0.25, 2.0])
        kwargs["eps"] = random.choice([1e-10, 1e-5])
    if name == "rowWiseAdagrad":
        kwargs["eps"] = random.choice([1e-8, 1e-3])
    if name == "sparseAdam":
        kwargs["betas"] = random.choice([(0.9, 0.999), (0.9, 0.999), (0.5, 0.9), (0.0, 0.99)])
        kwargs["eps"] = random.choice([1e-8, 1e-4])
    parameter = torch.nn.Parameter(weight.clone())
    optimizer = None
    if name != "rowWiseAdagrad":
        kind = {"sgd": "SGD", "adagrad": "Adagrad", "sparseAdam": "SparseAdam"}[name]
        optimizer = getattr(torch.optim, kind)([parameter], **kwargs)
    is_dense = name in ("sgd", "adagrad") and random.random() < 0.3
    sums = torch.zeros(row_count)
    steps = []
    for _ in range(random.randint(1, 5)):
        ids = torch.randint(0, row_count, (random.randint(0, 8),), generator=GENERATOR)
        values = units((len(ids), dim))
        gradient = torch.sparse_coo_tensor(
            ids[None], values, (row_count, dim), check_invariants=True
        )
        steps.append({"indices": ids.tolist(), "values": inputs(values)})
        if optimizer is None:
            row_wise_adagrad(parameter.data, sums, gradient, lr, kwargs["eps"])
        else:
            parameter.grad = gradient.to_dense() if is_dense else gradient
            optimizer.step()
    state = optimizer.state[parameter] if optimizer else {"sum": sums}
    case = {
        "optimizer": name,
        "options": {k: list(v) if isinstance(v, tuple) else v for k, v in kwargs.items()},
        "isDense": is_dense,
        "rows": row_count,
        "dimensions": dim,
        "table": inputs(weight),
        "steps": steps,
        "tableAfter": outputs(parameter),
    }
    case["state"] = [
        outputs(state[key]) for key in ("sum", "exp_avg", "exp_avg_sq") if key in state
    ]
    return case


print("torch", torch.__version__)
write("tables.jsonl", [embedding_case() for _ in range(120)])
write("bags.jsonl", [bag_case() for _ in range(160)])
write("optimizers.jsonl", [optimizer_case() for _ in range(120)])
