#ifndef AMBLE_SCORES_H
#define AMBLE_SCORES_H

#include "instruction_set.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// The number of queries in a group: their components lie interleaved.
#define VK_QUERY_GROUP 16

/// The largest number of groups that `vk_scores_above` takes at once.
#define VK_MAX_QUERY_GROUPS 3

/// A row that scored above a query's threshold.
typedef struct {
  uint32_t row;    ///< Counted from the first row of the call.
  uint32_t query;  ///< Counted from the first query of the call.
  float score;
} vk_hit;

/// Scores rows against queries and reports the scores that lie above the queries' thresholds.
///
/// The score of row x and query q is scale * q . x, or, for distances, scale * -|q - x|^2. A score
/// is summed component by component, in order, whatever the instruction set and however rows and
/// queries are grouped: it always has the same bits on machines with a fused multiply-add.
///
/// - set: the instructions to use; the machine must have them.
/// - is_distance: whether to score by distance.
/// - rows: `row_count` x `dimensions` floats, row after row, of any alignment.
/// - scales: a number for each row, or NULL for ones.
/// - queries: `group_count` groups, each `dimensions` x VK_QUERY_GROUP floats: the first component
///   of every query of the group, then the second, and so on; aligned to 64 bytes.
/// - group_count: at most VK_MAX_QUERY_GROUPS.
/// - thresholds: a number for each query, aligned to 64 bytes. Infinity silences a query.
/// - hits: room for `row_count` x `group_count` x VK_QUERY_GROUP hits. For each query they come in
///   the order of their rows. A score that is not a number is never a hit.
///
/// Returns the number of hits.
size_t vk_scores_above(vk_instruction_set set, bool is_distance, const float *rows,
                       size_t row_count, size_t dimensions, const float *scales,
                       const float *queries, size_t group_count, const float *thresholds,
                       vk_hit *hits);

/// Computes the inverse lengths of rows, 0 for a row of zeros.
///
/// The lengths are summed in double precision and have the same bits on every machine.
///
/// - rows: `row_count` x `dimensions` floats, row after row.
/// - results: room for `row_count` floats.
void vk_inverse_norms(vk_instruction_set set, const float *rows, size_t row_count,
                      size_t dimensions, float *results);

#endif
