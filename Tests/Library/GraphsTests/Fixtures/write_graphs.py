"""Writes the graphs of this folder in the formats of networkx, for `GraphFormatTests`.

Usage: python3 write_graphs.py    (networkx 3.6.1, NumPy 2, SciPy 1.17.1)

`karate` and `lesmis` are the graphs of the repository's folder `graphs`; `roads` is made up: it is
directed, and has weights, a self-loop, a node without edges, and names with signs that formats
write in a special way.
"""
import bz2
import io
import json
import lzma
import pathlib
import tarfile
import zipfile

import networkx as nx
import numpy as np
import scipy.io
import scipy.sparse

here = pathlib.Path(__file__).parent
graphs = here.parents[3] / "graphs"


def roads():
    graph = nx.DiGraph()
    graph.add_node("alone")
    for source, target, weight in [
        ("Jörg", "Ann Lee", 2.5), ("Ann Lee", "Jörg", 0.25), ("Ann Lee", "a&b<c>", 7.0),
        ("a&b<c>", "say \"x\"", 1.0), ("Jörg", "Jörg", 3.0),
    ]:
        graph.add_edge(source, target, weight=weight)
    return graph


def write(graph, name):
    nx.write_graphml(graph, here / f"{name}.graphml")
    nx.write_gexf(graph, here / f"{name}.gexf")
    nx.write_gml(graph, here / f"{name}.gml")
    nx.write_pajek(graph, here / f"{name}.net")
    for key in ["links", "edges"]:
        text = json.dumps(nx.node_link_data(graph, edges=key))
        (here / f"{name}.{key}.json").write_text(text)
    (here / f"{name}.cyjs").write_text(json.dumps(nx.cytoscape_data(graph)))


def write_lists(graph, name):
    nx.write_edgelist(graph, here / f"{name}.edgelist")
    nx.write_adjlist(graph, here / f"{name}.adjlist")
    nx.write_multiline_adjlist(graph, here / f"{name}.multiline")
    if nx.is_weighted(graph):
        nx.write_weighted_edgelist(graph, here / f"{name}.weighted")


def write_matrices(graph, name):
    """The matrix of a graph; nodes that are integers are in ascending order, as in Amble."""
    nodes = list(graph)
    if name == "karate":
        nodes.sort(key=int)
    matrix = nx.to_scipy_sparse_array(graph, nodelist=nodes, format="csr")
    kind = {"field": "pattern"} if not nx.is_weighted(graph) else {}
    scipy.io.mmwrite(here / f"{name}.mtx", matrix, **kind)
    for form in ["csr", "csc", "coo"]:
        scipy.sparse.save_npz(here / f"{name}.{form}.npz", matrix.asformat(form))
    np.save(here / f"{name}.dense.npy", matrix.toarray().astype(np.float32))
    scipy.io.savemat(here / f"{name}.mat", {"network": scipy.sparse.csc_matrix(matrix, dtype=float),
                                            "group": np.eye(graph.number_of_nodes(), 3)},
                     do_compression=name == "lesmis")
    # As PecanPy's SparseGraph.save writes it.
    np.savez(here / f"{name}.pecanpy.npz", IDs=nodes, data=matrix.data.astype(np.float32),
             indptr=matrix.indptr.astype(np.uint32), indices=matrix.indices.astype(np.uint32))


def write_archives():
    """karate's edges, compressed and in archives of one file, and of several."""
    edges = (graphs / "karate.edges").read_bytes()
    (here / "karate.edges.bz2").write_bytes(bz2.compress(edges))
    (here / "karate.edges.xz").write_bytes(lzma.compress(edges))
    several = {"data/karate.edges": edges, "data/lesmis.edges": (graphs / "lesmis.edges").read_bytes()}
    described = {"data/karate.edges": edges, "data/README.md": b"About the club.\n"}
    for name, files in [("several", several), ("described", described)]:
        with zipfile.ZipFile(here / f"{name}.zip", "w", zipfile.ZIP_DEFLATED) as archive:
            for path, content in files.items():
                archive.writestr(zipfile.ZipInfo(path), content, zipfile.ZIP_DEFLATED)
        with tarfile.open(here / f"{name}.tar.gz", "w:gz") as archive:
            for path, content in files.items():
                entry = tarfile.TarInfo(path)
                entry.size = len(content)
                archive.addfile(entry, io.BytesIO(content))


def main():
    karate = nx.read_edgelist(graphs / "karate.edges")
    lesmis = nx.read_weighted_edgelist(graphs / "lesmis.edges")
    for name, graph in [("karate", karate), ("lesmis", lesmis), ("roads", roads())]:
        write(graph, name)
    for name, graph in [("karate", karate), ("lesmis", lesmis)]:
        write_lists(graph, name)
        write_matrices(graph, name)
    write_matrices(roads(), "roads")
    write_archives()
    pairs = np.array([(int(u), int(v)) for u, v in karate.edges])
    np.save(here / "karate.pairs.npy", pairs)
    np.save(here / "karate.edge_index.npy", np.ascontiguousarray(pairs.T))


main()
