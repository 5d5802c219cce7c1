#include "CRowSearch.h"

enum { width = 8 };

// What a processor would guess wrongly half of the time must not become a branch.
#define CHOOSE(condition, yes, no) (__builtin_unpredictable(condition) ? (yes) : (no))

static inline __attribute__((always_inline)) void run(
    const intptr_t *restrict offsets, const uint32_t *restrict neighbors,
    row_search *restrict searches, size_t count, bool may_swap) {
  size_t longest = 0;
  for (size_t i = 0; i < count; i++) {
    uint32_t source = searches[i].source, target = searches[i].target;
    if (may_swap) {
      intptr_t here = offsets[source + 1] - offsets[source];
      intptr_t there = offsets[target + 1] - offsets[target];
      searches[i].source = CHOOSE(there < here, target, source);
      searches[i].target = CHOOSE(there < here, source, target);
      source = searches[i].source;
    }
    searches[i].arc = (size_t)offsets[source];
    searches[i].count = (size_t)(offsets[source + 1] - offsets[source]);
    longest = CHOOSE(searches[i].count > longest, searches[i].count, longest);
  }
  while (longest > 1) {
    for (size_t i = 0; i < count; i++) {
      size_t half = searches[i].count >> 1;
      size_t middle = searches[i].arc + half;
      searches[i].arc =
          CHOOSE(neighbors[middle] <= searches[i].target, middle, searches[i].arc);
      searches[i].count -= half;
    }
    longest -= longest >> 1;
  }
}

void row_search_run(const intptr_t *offsets, const uint32_t *neighbors, row_search *searches,
                    size_t count, bool may_swap) {
  size_t first = 0;
  for (; first + width <= count; first += width) {
    run(offsets, neighbors, searches + first, width, may_swap);
  }
  run(offsets, neighbors, searches + first, count - first, may_swap);
}
