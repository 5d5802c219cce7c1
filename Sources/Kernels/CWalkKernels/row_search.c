#include "CWalkKernels.h"

// How many searches go on side by side.
enum { width = 8 };

static inline __attribute__((always_inline)) size_t row_length(const intptr_t *offsets,
                                                               const uint32_t node) {
  return (size_t)(offsets[node + 1] - offsets[node]);
}

// What a processor would guess wrong half of the time must not become a branch.
static inline __attribute__((always_inline)) void run(const intptr_t *restrict offsets,
                                                      const uint32_t *restrict neighbors,
                                                      row_search *restrict searches,
                                                      const size_t count, const bool may_swap) {
  size_t longest = 0;
  for (size_t i = 0; i < count; i++) {
    row_search *search = searches + i;
    if (may_swap) {
      const uint32_t source = search->source, target = search->target;
      const bool swaps = row_length(offsets, target) < row_length(offsets, source);
      search->source = (uint32_t)select_number(swaps, target, source);
      search->target = (uint32_t)select_number(swaps, source, target);
    }
    search->arc = (size_t)offsets[search->source];
    search->count = row_length(offsets, search->source);
    longest = select_number(search->count > longest, search->count, longest);
  }
  while (longest > 1) {
    for (size_t i = 0; i < count; i++) {
      row_search *search = searches + i;
      const size_t half = search->count >> 1, middle = search->arc + half;
      search->arc = select_number(neighbors[middle] <= search->target, middle, search->arc);
      search->count -= half;
    }
    longest -= longest >> 1;
  }
}

void row_search_run(const intptr_t *offsets, const uint32_t *neighbors, row_search *searches,
                    size_t count, bool may_swap) {
  size_t first = 0;
  for (; first + width <= count; first += width)
    run(offsets, neighbors, searches + first, width, may_swap);
  run(offsets, neighbors, searches + first, count - first, may_swap);
}
