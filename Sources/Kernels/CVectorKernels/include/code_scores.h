#ifndef AMBLE_CODE_SCORES_H
#define AMBLE_CODE_SCORES_H

#include "instruction_set.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// The number of components that coded rows are padded to a multiple of, with zeros: a cache line.
#define VK_CODES 64

/// The largest number of a vector that coded rows are multiplied by.
#define VK_LARGEST_CODE 16383

/// Scores chosen rows of small whole numbers against one vector of whole numbers.
///
/// The score of row x is vector . x, or, for distances, -|vector - x|^2. It is the same on all
/// machines: the sum is exact, and rounded once.
///
/// - set: the instructions to use; the machine must have them.
/// - is_distance: whether to score by distance.
/// - vector: `width` numbers, for distances in -128...127, else in
///   -VK_LARGEST_CODE...VK_LARGEST_CODE: so that no sum overflows.
/// - rows: rows of `width` numbers, each `stride` bytes after the one before, aligned to 64 bytes.
/// - stride, width: multiples of VK_CODES.
/// - chosen: `count` rows.
/// - scores: room for `count` scores.
void vk_score_codes(vk_instruction_set set, bool is_distance, const int16_t *vector,
                    const int8_t *rows, size_t stride, size_t width, const uint32_t *chosen,
                    size_t count, float *scores);

/// Asks the processor to bring chosen rows near, so that scoring them need not wait. Arguments as
/// for `vk_score_codes`.
void vk_prefetch_codes(const int8_t *rows, size_t stride, size_t width, const uint32_t *chosen,
                       size_t count);

#endif
