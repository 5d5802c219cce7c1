#ifndef AMBLE_C_GRAPHVIZ_SHIM_H
#define AMBLE_C_GRAPHVIZ_SHIM_H

#include <gvc.h>
#include <stddef.h>

// Graphviz takes `char *` for text that it only reads, keeps the kinds of graphs in mutable globals
// and returns results through macros, none of which Swift can use. The package uses only these
// functions, so that changed signatures in a new release affect only this file.

static inline void amble_set_message_handler(int (*handler)(char *)) { agseterrf(handler); }

static inline Agraph_t *amble_open_undirected(const char *name) {
  return agopen((char *)name, Agundirected, NULL);
}

static inline Agsym_t *amble_graph_attribute(Agraph_t *graph, const char *name, const char *value) {
  return agattr(graph, AGRAPH, (char *)name, (char *)value);
}

static inline Agsym_t *amble_node_attribute(Agraph_t *graph, const char *name, const char *value) {
  return agattr(graph, AGNODE, (char *)name, (char *)value);
}

static inline Agsym_t *amble_edge_attribute(Agraph_t *graph, const char *name, const char *value) {
  return agattr(graph, AGEDGE, (char *)name, (char *)value);
}

static inline Agnode_t *amble_add_node(Agraph_t *graph, const char *name) {
  return agnode(graph, (char *)name, 1);
}

static inline Agedge_t *amble_add_edge(Agraph_t *graph, Agnode_t *tail, Agnode_t *head) {
  return agedge(graph, tail, head, NULL, 1);
}

static inline void amble_set(void *object, Agsym_t *attribute, const char *value) {
  agxset(object, attribute, (char *)value);
}

static inline double amble_label_width(Agnode_t *node) {
  return ND_label(node) ? ND_label(node)->dimen.x : 0;
}

static inline int amble_render(GVC_t *context, Agraph_t *graph, const char *format, char **result,
                               size_t *length) {
  // The length is an `unsigned int` up to release 9 and a `size_t` after it; its type is taken from
  // that of the function's parameter.
  __typeof__(*(_Generic(&gvRenderData,
                        int (*)(GVC_t *, graph_t *, const char *, char **, unsigned int *):
                            (unsigned int *)0,
                        default: (size_t *)0))) count = 0;
  int status = gvRenderData(context, graph, format, result, &count);
  *length = count;
  return status;
}

#endif
