#ifndef AMBLE_C_LEIDEN_H
#define AMBLE_C_LEIDEN_H

#include <stdint.h>

/// Finds communities by the Leiden method, maximizing modularity.
///
/// `edges` holds 2 × `edge_count` nodes. `canceled` is called at intervals and returns whether to
/// stop. `membership` receives one number per node. Returns 0, or igraph's error code.
int amble_leiden(int64_t node_count, const int64_t *edges, const double *weights,
                 int64_t edge_count, uint64_t seed, int64_t round_count, int (*canceled)(void),
                 int64_t *membership);

#endif
