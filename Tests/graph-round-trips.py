#!/usr/bin/env python3
"""Writes graphs in every format that networkx and SciPy write, and compares what Amble reads.

Usage: graph-round-trips.py PROGRAM EDGES...    (networkx 3.6, SciPy 1.17)

PROGRAM is the built `amble`. Each file of edges is read by networkx, written in each format, and
read by `amble info`; the digest has to be that of the first edge list, where nodes are in the order
of networkx. Exit code 1 if one differs.
"""
import collections
import json
import pathlib
import subprocess
import sys
import tempfile

import networkx as nx
import scipy.io
import scipy.sparse


def info(program, path, *options):
    run = subprocess.run(
        [program, "info", str(path), *options], capture_output=True, text=True, check=False)
    if run.returncode != 0:
        return {"digest": run.stderr.strip()}
    return dict(line.split(maxsplit=1) for line in run.stdout.splitlines() if " " in line)


def write_edges(graph, path):
    nx.write_edgelist(graph, path, data=["weight"] if nx.is_weighted(graph) else False)


def read_edges(path):
    kind = dict(comments="#", delimiter=None)
    try:
        graph = nx.read_weighted_edgelist(path, **kind)
    except (TypeError, ValueError, IndexError):
        graph = nx.read_edgelist(path, data=False, **kind)
    if not any(data for _, _, data in graph.edges(data=True)):
        graph = nx.read_edgelist(path, data=False, **kind)
    return graph


def stable(graph, path):
    """The graph with its nodes in an order that its edge list gives back."""
    for _ in range(20):
        nodes = list(graph)
        write_edges(graph, path)
        graph = read_edges(path)
        if list(graph) == nodes:
            return graph
    # Numbers are in ascending order in Amble, whatever the order of lines.
    return nx.convert_node_labels_to_integers(graph)


def writers(graph):
    weighted = nx.is_weighted(graph)
    kind = {} if weighted else {"field": "pattern"}
    matrix = nx.to_scipy_sparse_array(graph, nodelist=list(graph), format="csr")
    yield "graphml", lambda path: nx.write_graphml(graph, path)
    yield "gexf", lambda path: nx.write_gexf(graph, path)
    yield "gml", lambda path: nx.write_gml(graph, path)
    yield "net", lambda path: nx.write_pajek(nx.relabel_nodes(graph, str), path)
    yield "links.json", lambda path: path.write_text(
        json.dumps(nx.node_link_data(graph, edges="links")))
    yield "edges.json", lambda path: path.write_text(
        json.dumps(nx.node_link_data(graph, edges="edges")))
    yield "cyjs", lambda path: path.write_text(json.dumps(nx.cytoscape_data(graph)))
    yield "edgelist", lambda path: nx.write_edgelist(graph, path)
    yield "multiline", lambda path: nx.write_multiline_adjlist(graph, path)
    if not weighted:
        yield "adjlist", lambda path: nx.write_adjlist(graph, path)
    yield "numbers csr.npz", lambda path: scipy.sparse.save_npz(path, matrix)
    yield "numbers coo.npz", lambda path: scipy.sparse.save_npz(path, matrix.tocoo())
    yield "numbers mat", lambda path: scipy.io.savemat(
        path, {"network": scipy.sparse.csc_matrix(matrix, dtype=float)}, do_compression=True)
    yield "matrix mtx", lambda path: scipy.io.mmwrite(path, matrix, **kind)


def main(program, files):
    counts = collections.Counter()
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        for file in files:
            graph = stable(read_edges(file), folder / "edges.txt")
            write_edges(graph, folder / "edges.txt")
            expected = info(program, folder / "edges.txt")["digest"]
            numbered = {}
            for kind, first in [("numbers", 0), ("matrix", 1)]:
                other = nx.convert_node_labels_to_integers(graph, first_label=first)
                write_edges(other, folder / f"{kind}.txt")
                numbered[kind] = info(program, folder / f"{kind}.txt")["digest"]
            for name, write in writers(graph):
                kind, _, ending = name.rpartition(" ")
                path = folder / f"graph.{ending}"
                write(path)
                digest = info(program, path)["digest"]
                isEqual = digest == numbered.get(kind, expected)
                counts[ending, isEqual] += 1
                if not isEqual:
                    print(f"{file}: {ending}: {digest}, not {numbered.get(kind, expected)}")
            print(f"{file}: {graph.number_of_nodes()} nodes, {graph.number_of_edges()} edges: done")
    for (ending, isEqual), count in sorted(counts.items()):
        print(f"{ending:12}{count:4} {'equal' if isEqual else 'DIFFERENT'}")
    return any(not isEqual for _, isEqual in counts)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2:]))
