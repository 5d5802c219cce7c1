#!/usr/bin/env python3
"""Walks of other tools beside those of `amble-benchmark walk`, and for `amble audit`.

    walk_peers.py measure EDGES [--venvs FOLDER] [--threads N] [--runs N]
        Makes walks with each tool in turn, --runs times over, and prints the steps
        that it makes in a second, with what Amble makes in the same minutes: on the clock, and of
        all processors together, which other work on the machine disturbs less.
    walk_peers.py read EDGES [--peers grape,pecanpy] [--venvs FOLDER] [--threads N] [--runs N]
        Reads an edge list with each tool in turn, and with Amble, --runs times over, and prints the
        edges that each reads in a second. A large one:
        amble-benchmark load --nodes 1048576 --edges 16000000 --keep EDGES
    walk_peers.py write PEER EDGES FILE --p X --q X [--venvs FOLDER]
        Writes walks of one tool to a file, one a line:
        amble audit EDGES --walks FILE --p X --q X

PEER is pecanpy, grape, fastnode2vec, nodevectors or torch_cluster. Each gets a virtual environment
of its own in --venvs (.build/peers), made when it is not there. EDGES is an undirected, unweighted
edge list: two integers a line, a blank or a tab between, '#' before comments.
"""

import argparse
import json
import os
import subprocess
import sys
import time

PACKAGES = {
    "pecanpy": ["pecanpy==2.0.9", "gensim==4.4.0"],
    "grape": ["setuptools<80", "wheel", "grape==0.2.5"],
    "fastnode2vec": ["fastnode2vec==0.0.7"],
    "nodevectors": ["nodevectors==0.1.23"],
    "torch_cluster": ["torch", "setuptools<80", "wheel"],
}
SETTINGS = [(1.0, 1.0), (0.25, 4.0), (4.0, 0.25)]


def read(path):
    with open(path) as file:
        lines = (line.split() for line in file if not line.startswith("#"))
        return [(int(fields[0]), int(fields[1])) for fields in lines if fields]


class Stopwatch:
    """Seconds on the clock and of all processors since its beginning."""

    def __init__(self):
        self.start = time.perf_counter(), time.process_time()

    def read(self):
        return time.perf_counter() - self.start[0], time.process_time() - self.start[1]


# Each peer is a function that returns the steps it made, the seconds they took, and the walks as
# lists of nodes when asked for.


def pecanpy(path, p, q, threads, walks, length, wants_walks):
    import numba
    from pecanpy import pecanpy as package

    numba.set_num_threads(threads)
    kind = package.FirstOrderUnweighted if p == q == 1 else package.SparseOTF
    graph = kind(p, q, threads, False, random_state=1)
    edges = path + ".tabs"
    with open(edges, "w") as file:
        file.writelines(f"{source}\t{target}\n" for source, target in read(path))
    graph.read_edg(edges, False, False)
    os.remove(edges)
    graph.preprocess_transition_probs()
    graph.simulate_walks(1, 2)  # compiles
    watch = Stopwatch()
    made = graph.simulate_walks(walks, length - 1)
    seconds = watch.read()
    return sum(len(walk) - 1 for walk in made), seconds, made


def grape(path, p, q, threads, walks, length, wants_walks):
    os.environ["RAYON_NUM_THREADS"] = str(threads)
    from grape import Graph

    edges = path + ".tabs"
    with open(edges, "w") as file:
        file.writelines(f"{source}\t{target}\n" for source, target in read(path))
    graph = Graph.from_csv(
        edge_path=edges, edge_list_separator="\t", edge_list_header=False, sources_column_number=0,
        destinations_column_number=1, directed=False, name="graph", verbose=False,
    )
    os.remove(edges)
    watch = Stopwatch()
    # Without the large bound it draws from 100 neighbours of a hub only.
    made = graph.complete_walks(
        walk_length=length, iterations=walks, return_weight=1 / p, explore_weight=1 / q,
        random_state=1, max_neighbours=1 << 30,
    )
    seconds = watch.read()
    names = graph.get_node_names() if wants_walks else None
    lists = [[names[node] for node in walk] for walk in made] if wants_walks else None
    return made.shape[0] * (made.shape[1] - 1), seconds, lists


def fastnode2vec(path, p, q, threads, walks, length, wants_walks):
    from fastnode2vec import Graph

    graph = Graph(read(path), directed=False, weighted=False, verbose=False)
    places = range(len(graph.node_names))
    graph.generate_random_walk(length, p, q, 0)  # compiles
    watch = Stopwatch()
    made = []
    steps = 0
    for _ in range(walks):
        for place in places:
            walk = graph.generate_random_walk(length, p, q, place)
            steps += len(walk) - 1
            if wants_walks:
                made.append(walk)
    return steps, watch.read(), made


def nodevectors(path, p, q, threads, walks, length, wants_walks):
    import csrgraph

    edges = path + ".blanks"
    with open(edges, "w") as file:
        file.writelines(f"{source} {target}\n" for source, target in read(path))
    graph = csrgraph.read_edgelist(edges, directed=False, sep=" ", header=None)
    os.remove(edges)
    names = list(graph.names)
    watch = Stopwatch()
    # Its own node2vec passes 1/p and 1/q so.
    made = graph.random_walks(
        walklen=length, epochs=walks, return_weight=1 / p, neighbor_weight=1 / q
    )
    seconds = watch.read()
    return made.size - len(made), seconds, [[names[node] for node in walk] for walk in made]


def torch_cluster(path, p, q, threads, walks, length, wants_walks):
    import torch
    from torch_cluster import random_walk

    torch.set_num_threads(threads)
    edges = read(path)
    names = sorted({node for edge in edges for node in edge})
    number = {name: index for index, name in enumerate(names)}
    pairs = [(number[source], number[target]) for source, target in edges]
    pairs += [(target, source) for source, target in pairs]
    rows, columns = torch.tensor(sorted(set(pairs))).t().contiguous()
    first = torch.arange(len(names)).repeat(walks)
    watch = Stopwatch()
    made = random_walk(rows, columns, first, walk_length=length - 1, p=p, q=q)
    seconds = watch.read()
    return made.numel() - len(made), seconds, [[names[node] for node in walk] for walk in made.tolist()]


# Each reader is a function that returns the seconds that reading an edge list took.


def separator(path):
    with open(path) as file:
        line = next(line for line in file if line.strip() and not line.startswith("#"))
    return "\t" if "\t" in line else " "


def read_grape(path, threads):
    os.environ["RAYON_NUM_THREADS"] = str(threads)
    from grape import Graph

    watch = Stopwatch()
    Graph.from_csv(
        edge_path=path, edge_list_separator=separator(path), edge_list_header=False,
        sources_column_number=0, destinations_column_number=1, directed=False, name="graph",
        verbose=False,
    )
    return watch.read()


def read_pecanpy(path, threads):
    from pecanpy import pecanpy as package

    graph = package.SparseOTF(1, 1, threads, False)
    watch = Stopwatch()
    graph.read_edg(path, False, False, separator(path))
    return watch.read()


def python(peer, venvs):
    """The interpreter of a peer's environment, which is made when it is not there."""
    folder = os.path.join(venvs, peer)
    interpreter = os.path.join(folder, "bin", "python")
    if not os.path.exists(interpreter):
        subprocess.run([sys.executable, "-m", "venv", folder], check=True)
        install = [interpreter, "-m", "pip", "install", "--quiet"]
        subprocess.run(install + PACKAGES[peer], check=True)
        if peer == "torch_cluster":  # compiled against the torch that is there
            subprocess.run(install + ["--no-build-isolation", peer], check=True)
    return interpreter


def run(peer, edges, p, q, threads, walks, length, venvs, output=None):
    words = [python(peer, venvs), os.path.abspath(__file__), "run", peer, os.path.abspath(edges)]
    words += [str(p), str(q), str(threads), str(walks), str(length)] + ([output] if output else [])
    result = subprocess.run(words, capture_output=True, text=True)
    if result.returncode != 0:
        sys.exit(f"{peer} failed:\n{result.stderr[-2000:]}")
    return json.loads(result.stdout.splitlines()[-1])


def run_here(peer, edges, p, q, threads, walks, length, output):
    tool = globals()[peer]
    steps, seconds, made = tool(edges, p, q, threads, walks, length, output is not None)
    if output:
        with open(output, "w") as file:
            file.writelines(" ".join(map(str, walk)) + "\n" for walk in made)
    print(json.dumps({"steps": steps, "seconds": seconds}))


def run_reader_here(peer, edges, threads):
    print(json.dumps({"seconds": globals()["read_" + peer](edges, threads)}))


def reader_seconds(peer, edges, threads, venvs):
    """Seconds on the clock and of all processors that a tool takes to read an edge list."""
    words = [python(peer, venvs), os.path.abspath(__file__), "run-reader", peer]
    words += [os.path.abspath(edges), str(threads)]
    result = subprocess.run(words, capture_output=True, text=True)
    if result.returncode != 0:
        sys.exit(f"{peer} failed:\n{result.stderr[-2000:]}")
    return json.loads(result.stdout.splitlines()[-1])["seconds"]


def benchmark(*words):
    """The lines that `amble-benchmark` prints."""
    root = os.path.dirname(os.path.abspath(__file__)) + "/../../.."
    program = os.path.join(root, ".build", "release", "amble-benchmark")
    result = subprocess.run([program, *words], capture_output=True, text=True, check=True)
    return result.stdout.splitlines()


def measure_reading(edges, peers, venvs, threads, runs):
    with open(edges) as file:
        count = sum(1 for line in file if line.strip() and not line.startswith("#"))
    for peer in peers:
        python(peer, venvs)
    times = {name: [] for name in ["Amble", *peers]}
    for _ in range(runs):
        lines = benchmark("load", edges, "--threads", str(threads), "--runs", "1")
        times["Amble"].append(tuple(map(float, lines[-1].split()[1:3])))
        for peer in peers:
            times[peer].append(reader_seconds(peer, edges, threads, venvs))
    print(f"M edges in a second, {count} lines, {threads} threads, best of {runs}")
    for index, title in enumerate(["on the clock", "of all processors"]):
        best = {name: count / min(pair[index] for pair in pairs) for name, pairs in times.items()}
        texts = [f"{name} {rate / 1e6:.2f} (x {best['Amble'] / rate:.1f})" for name, rate in best.items()]
        print(f"  {title}:  " + "  ".join(texts))


def amble(edges, threads):
    """Steps of Amble in a second on the clock and of all processors, by setting."""
    lines = benchmark("walk", edges, "--threads", str(threads), "--runs", "1")
    titles = {"uniform": SETTINGS[0]}
    titles.update({f"node2vec p={p:g} q={q:g}": (p, q) for p, q in SETTINGS[1:]})
    rates = {}
    for line in lines:
        for title, setting in titles.items():
            if line.startswith(title + " "):
                fields = line[len(title):].split()
                rates[setting] = float(fields[3]) * 1e6, float(fields[4]) * 1e6
    return rates


def measure(edges, venvs, threads, runs):
    # Walks a node and nodes a walk: as many as take some seconds.
    plan = {
        "grape": {SETTINGS[0]: (10, 80), SETTINGS[1]: (1, 40), SETTINGS[2]: (1, 40)},
        "fastnode2vec": {SETTINGS[0]: (2, 80), SETTINGS[1]: (1, 80), SETTINGS[2]: (1, 80)},
        "pecanpy": {SETTINGS[0]: (2, 80), SETTINGS[1]: (1, 10), SETTINGS[2]: (1, 10)},
    }
    for peer in plan:
        python(peer, venvs)
    best = {}

    def keep(name, setting, rates):
        known = best.get((name, setting), (0, 0))
        best[name, setting] = tuple(map(max, known, rates))

    for _ in range(runs):
        for setting in SETTINGS:
            for peer in plan:
                print(f"p={setting[0]:g} q={setting[1]:g} {peer}", file=sys.stderr)
                result = run(peer, edges, *setting, threads, *plan[peer][setting], venvs)
                keep(peer, setting, [result["steps"] / time for time in result["seconds"]])
            keep("amble", setting, amble(edges, threads)[setting])
    for index, title in enumerate(["second on the clock", "second of all processors"]):
        print(f"M steps in a {title}, {threads} threads (fastnode2vec: 1), best of {runs}")
        for p, q in SETTINGS:
            ours = best["amble", (p, q)][index]
            texts = [f"Amble {ours / 1e6:.2f}"]
            for peer in plan:
                rate = best[peer, (p, q)][index]
                texts.append(f"{peer} {rate / 1e6:.3f} (x {ours / rate:.1f})")
            print(f"  p={p:g} q={q:g}:  " + "  ".join(texts))


def main():
    if len(sys.argv) > 1 and sys.argv[1] == "run":
        peer, edges, p, q, *counts = sys.argv[2:9]
        output = sys.argv[9] if len(sys.argv) > 9 else None
        return run_here(peer, edges, float(p), float(q), *map(int, counts), output)
    if len(sys.argv) > 1 and sys.argv[1] == "run-reader":
        return run_reader_here(sys.argv[2], sys.argv[3], int(sys.argv[4]))
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    commands = parser.add_subparsers(dest="command", required=True)
    for name in ["measure", "read", "write"]:
        command = commands.add_parser(name)
        if name == "write":
            command.add_argument("peer", choices=PACKAGES)
        command.add_argument("edges")
        if name == "write":
            command.add_argument("file")
            command.add_argument("--p", type=float, required=True)
            command.add_argument("--q", type=float, required=True)
            command.add_argument("--walks-per-node", type=int, default=100)
        else:
            command.add_argument("--runs", type=int, default=2)
        if name == "read":
            command.add_argument("--peers", default="grape,pecanpy")
        command.add_argument("--venvs", default=".build/peers")
        command.add_argument("--threads", type=int, default=os.cpu_count())
    words = parser.parse_args()
    if words.command == "read":
        peers = words.peers.split(",")
        return measure_reading(words.edges, peers, words.venvs, words.threads, words.runs)
    if words.command == "measure":
        return measure(words.edges, words.venvs, words.threads, words.runs)
    run(
        words.peer, words.edges, words.p, words.q, words.threads, words.walks_per_node, 80,
        words.venvs, words.file,
    )


main()
