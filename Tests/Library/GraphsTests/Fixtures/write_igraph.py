"""Writes a directed and an undirected graph in the formats of igraph, for `IgraphFormatTests`.

Usage: python3 write_igraph.py    (python-igraph 1.0.0)

LGL and NCOL have no nodes without edges.
"""
import pathlib

import igraph

here = pathlib.Path(__file__).parent


def main():
    directed = igraph.Graph(directed=True)
    directed.add_vertices(["Jörg", "Ann Lee", "a&b", "alone"])
    directed.add_edges([(0, 1), (1, 2), (1, 0)])
    directed.es["weight"] = [2.5, 1, 0.25]
    undirected = igraph.Graph()
    undirected.add_vertices(["a", "b", "c", "alone"])
    undirected.add_edges([(0, 1), (1, 2)])
    undirected.es["weight"] = [2.5, 1]
    for name, graph in [("directed", directed), ("undirected", undirected)]:
        for form, ending in [("graphml", "graphml"), ("gml", "gml"), ("pajek", "net"),
                             ("dot", "dot"), ("leda", "lgr")]:
            graph.write(here / f"igraph-{name}.{ending}", format=form)
    undirected.write_lgl(str(here / "igraph-undirected.lgl"))
    undirected.write_ncol(str(here / "igraph-undirected.ncol"))


main()
