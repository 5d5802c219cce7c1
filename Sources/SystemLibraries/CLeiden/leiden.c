// igraph's headers require other declarations of the system's headers than Swift's modules do; they
// are therefore included only here, never by Swift.
#include <igraph.h>

#include "CLeiden.h"

// The function that igraph calls at intervals; one search runs at a time.
static int (*is_cancelled)(void);

static igraph_error_t interrupt(void *data) {
  (void)data;
  if (!is_cancelled())
    return IGRAPH_SUCCESS;
  IGRAPH_FINALLY_FREE();
  return IGRAPH_INTERRUPTED;
}

int amble_leiden(int64_t node_count, const int64_t *edges, const double *weights,
                 int64_t edge_count, uint64_t seed, int64_t round_count, int (*canceled)(void),
                 int64_t *membership) {
  igraph_t graph;
  igraph_vector_int_t pairs, members;
  igraph_vector_t edge_weights, strengths;
  int status = 0;
  double total = 0;
  igraph_error_handler_t *handler = igraph_set_error_handler(igraph_error_handler_ignore);
  is_cancelled = canceled;
  igraph_set_interruption_handler(interrupt);
  igraph_rng_seed(igraph_rng_default(), (igraph_uint_t)seed);
  igraph_vector_int_view(&pairs, (const igraph_integer_t *)edges, 2 * edge_count);
  igraph_vector_view(&edge_weights, weights, edge_count);
  status = igraph_create(&graph, &pairs, node_count, IGRAPH_UNDIRECTED);
  if (status == 0) {
    status = igraph_vector_init(&strengths, node_count);
    if (status == 0) {
      status = igraph_vector_int_init(&members, node_count);
      if (status == 0) {
        for (int64_t edge = 0; edge < edge_count; edge++) {
          VECTOR(strengths)[edges[2 * edge]] += weights[edge];
          VECTOR(strengths)[edges[2 * edge + 1]] += weights[edge];
          total += weights[edge];
        }
        status = igraph_community_leiden(&graph, &edge_weights, &strengths,
                           total > 0 ? 1 / (2 * total) : 0, 0.01, 0, round_count,
                           &members, NULL, NULL);
        if (status == 0)
          for (int64_t node = 0; node < node_count; node++)
            membership[node] = VECTOR(members)[node];
        igraph_vector_int_destroy(&members);
      }
      igraph_vector_destroy(&strengths);
    }
    igraph_destroy(&graph);
  }
  igraph_set_interruption_handler(NULL);
  igraph_set_error_handler(handler);
  return status;
}
