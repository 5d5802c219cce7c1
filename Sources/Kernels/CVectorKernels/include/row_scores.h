#ifndef AMBLE_ROW_SCORES_H
#define AMBLE_ROW_SCORES_H

#include "instruction_set.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// Scores chosen rows against one vector.
///
/// The score of row x is scale * vector . x, or, for distances, scale * -|vector - x|^2. It is
/// summed in sixteen partial sums, which `vk_scores_above` does not do: the two differ in the last
/// digits.
///
/// - set: the instructions to use; the machine must have them.
/// - is_distance: whether to score by distance.
/// - vector: `dimensions` floats.
/// - rows: rows of `dimensions` floats, row after row.
/// - scales: a number for each row, or NULL for ones.
/// - chosen: `count` rows.
/// - scores: room for `count` scores.
void vk_score_rows(vk_instruction_set set, bool is_distance, const float *vector,
                   const float *rows, size_t dimensions, const float *scales,
                   const uint32_t *chosen, size_t count, float *scores);

/// Whether one of the chosen rows scores above a threshold. Arguments as for `vk_score_rows`.
bool vk_any_score_above(vk_instruction_set set, bool is_distance, const float *vector,
                        const float *rows, size_t dimensions, const float *scales,
                        const uint32_t *chosen, size_t count, float threshold);

#endif
