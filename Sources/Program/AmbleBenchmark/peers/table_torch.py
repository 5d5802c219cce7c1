"""The work of `amble-benchmark table` in PyTorch, a task for each line of the standard input.

    table_torch.py ROWS DIMENSIONS INDICES BAG THREADS SEED

Answers every line, the name of a task, with the seconds that it took on the clock and of all
processors together. The task is done twice and the faster time counts.
"""

import sys
import time
import warnings

import torch

warnings.filterwarnings("ignore")
rows, dimensions, count, bag, threads, seed = map(int, sys.argv[1:])
torch.set_num_threads(threads)
torch.manual_seed(seed)

table = torch.randn(rows, dimensions)
indices = torch.randint(0, rows, (count,))
offsets = torch.arange(0, count, bag)
values = torch.randn(count, dimensions)
output = torch.empty(count, dimensions)
parameter = torch.nn.Parameter(table)
optimizers = {}


def gradient():
    return torch.sparse_coo_tensor(indices[None], values, (rows, dimensions), is_coalesced=False)


def step(name, make):
    if name not in optimizers:
        optimizers.clear()
        optimizers[name] = make()
    parameter.grad = gradient()
    return optimizers[name].step


def coalesce():
    uncoalesced = gradient()
    return lambda: uncoalesced.coalesce()


TASKS = {
    "look-up, new output": lambda: lambda: torch.nn.functional.embedding(indices, table),
    "look-up, output reused": lambda: lambda: torch.index_select(table, 0, indices, out=output),
    "bag sum": lambda: lambda: torch.nn.functional.embedding_bag(
        indices, table, offsets, mode="sum"
    ),
    "coalesce": coalesce,
    "SGD step": lambda: step("sgd", lambda: torch.optim.SGD([parameter], lr=0.1)),
    "Adagrad step": lambda: step("adagrad", lambda: torch.optim.Adagrad([parameter])),
    "SparseAdam step": lambda: step("adam", lambda: torch.optim.SparseAdam([parameter])),
}

print(f"PyTorch {torch.__version__}", flush=True)
for line in sys.stdin:
    times = []
    for _ in range(2):
        task = TASKS[line.strip()]()
        with torch.no_grad():
            start = time.perf_counter(), time.process_time()
            result = task()
            times.append((time.perf_counter() - start[0], time.process_time() - start[1]))
        del result
    print(*min(times), flush=True)
