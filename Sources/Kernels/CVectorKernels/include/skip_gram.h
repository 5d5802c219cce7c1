#ifndef AMBLE_SKIP_GRAM_H
#define AMBLE_SKIP_GRAM_H

#include "instruction_set.h"

#include <stddef.h>
#include <stdint.h>

/// The number of pairs that share their negatives.
#define VK_GROUP 4

/// The rows that the pairs of a bucket are about.
typedef struct {
  float *centers;         ///< Rows of center vectors, aligned to 64 bytes.
  float *contexts;        ///< Rows of context vectors, aligned to 64 bytes.
  size_t stride;          ///< The floats of a row: a multiple of VK_LANES, padded with zeros.
  const uint8_t *frozen;  ///< 1 for each center that does not move, else 0; or null: all move.
} vk_blocks;

/// Runs the skip-gram step with negative sampling on every group of VK_GROUP pairs, in order.
///
/// A pair is a row of `centers` (high 16 bits) and a row of `contexts` (low 16 bits). Of G groups,
/// group g has the pairs g, g + G, g + 2 G and so on: neighboring pairs, which often have the same
/// center, are in different groups, so that each sees what the one before changed and has negatives
/// of its own. The pairs of a group share the negatives n_1 to n_K. With center vectors u_p and
/// context vectors v_p:
///
///     g_p  = rate * (1 - sigmoid(u_p . v_p)),   h_pk = -rate * weight * sigmoid(u_p . n_k)
///     u_p += g_p v_p + sum_k h_pk n_k,   v_p += g_p u_p,   n_k += sum_p h_pk u_p
///
/// - g and h are computed for two groups at a time, before the first of them moves: a processor
///   computes those of one while it waits for the other's.
/// - A negative that is the pair's own context is left out: its h is 0.
/// - A row that occurs more than once in a group gets all of its changes: contexts first, pair
///   after pair, then negatives, one after the other.
///
/// A shared negative is read once for four pairs, which makes the step nearly twice as fast.
///
/// - set: the instructions to use; the machine must have them.
/// - negatives: `negative_count` rows of `contexts` for each group, group after group; a last group
///   that is not full has as many. `negative_count` is less than VK_MAX_TARGETS.
/// - weight: how many negative samples of a pair each of them stands for.
void vk_skip_gram(vk_instruction_set set, vk_blocks blocks, const uint32_t *pairs,
                  size_t pair_count, const uint32_t *negatives, size_t negative_count, float rate,
                  float weight);

/// The same step in plain loops: what it is defined to do, up to rounding. Tests compare the two.
void vk_skip_gram_reference(vk_blocks blocks, const uint32_t *pairs, size_t pair_count,
                            const uint32_t *negatives, size_t negative_count, float rate,
                            float weight);

/// Returns the sum of the losses of pairs, changing nothing. Arguments as for `vk_skip_gram`, with
/// a weight of 1.
///
/// The loss of a pair is -log sigmoid(u . v) - sum_k log sigmoid(-u . n_k).
double vk_skip_gram_loss(vk_blocks blocks, const uint32_t *pairs, size_t pair_count,
                         const uint32_t *negatives, size_t negative_count);

#endif
