#ifndef AMBLE_ROW_SEARCH_H
#define AMBLE_ROW_SEARCH_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// The search for an edge in a graph of compressed sparse rows.
typedef struct {
  /// After the search: the only place among all neighbors where the edge may be.
  size_t arc;
  /// The number of entries that are left to look at.
  size_t count;
  /// The node whose row is searched; it must not be empty.
  uint32_t source;
  /// The node that is looked for in the row.
  uint32_t target;
  /// Who asks; it is left as it is.
  uint32_t asker;
} row_search;

/// Runs searches, several side by side: while one waits for memory, the others go on.
///
/// After it, `arc` is where the last entry of the row stands that is at most the target, or the
/// row's first. In a graph whose edges lead both ways, `may_swap` lets the search choose the
/// shorter of both rows; `source` and `target` then change places.
void row_search_run(const intptr_t *offsets, const uint32_t *neighbors, row_search *searches,
                    size_t count, bool may_swap);

#endif
