#ifndef AMBLE_VECTOR_KERNELS_H
#define AMBLE_VECTOR_KERNELS_H

#include "code_scores.h"
#include "example.h"
#include "instruction_set.h"
#include "prefetch.h"
#include "row_scores.h"
#include "scores.h"

#include <stddef.h>
#include <stdint.h>

/// The number of floats that every row is padded to a multiple of, with zeros.
#define VK_LANES 16

/// The largest number of targets (the context and its negatives) of one step.
#define VK_MAX_TARGETS 64

/// The number of pairs that share their negatives.
#define VK_GROUP 4

/// The rows that the pairs of a bucket are about.
typedef struct {
  float *centres;         ///< Rows of centre vectors, aligned to 64 bytes.
  float *contexts;        ///< Rows of context vectors, aligned to 64 bytes.
  size_t stride;          ///< The floats of a row: a multiple of VK_LANES, padded with zeros.
  size_t centre_count;    ///< The number of rows of `centres`.
  size_t context_count;   ///< The number of rows of `contexts`.
  const uint8_t *frozen;  ///< 1 for each centre that does not move, else 0; or null: all move.
} vk_blocks;

/// Runs the skip-gram step with negative sampling on every group of VK_GROUP pairs, in order.
///
/// A pair is a row of `centres` (high 16 bits) and a row of `contexts` (low 16 bits). Of G groups,
/// group g has the pairs g, g + G, g + 2 G and so on: neighbouring pairs, which often have the same
/// centre, are in different groups, so that each sees what the one before changed and has negatives
/// of its own. The pairs of a group share the negatives n_1 to n_K. With centre vectors u_p and
/// context vectors v_p:
///
///     g_p  = rate * (1 - sigmoid(u_p . v_p)),   h_pk = -rate * weight * sigmoid(u_p . n_k)
///     u_p += g_p v_p + sum_k h_pk n_k,   v_p += g_p u_p,   n_k += sum_p h_pk u_p
///
/// where g and h are taken two groups at a time, before the first of them moves (a processor has the
/// scores of one to do while it waits for the other's), a negative that is the pair's own context is
/// left out, and a row that occurs more than once in a group gets all of its changes: contexts first,
/// pair after pair, then negatives, one after the other. Shared negatives are read once for four
/// pairs, which a processor does nearly twice as fast as pair by pair.
///
/// - set: the instructions to use; the machine must have them.
/// - negatives: `negative_count` rows of `contexts` for each group, group after group; a last group
///   that is not full has as many. `negative_count` is less than VK_MAX_TARGETS.
/// - weight: How many negative samples of a pair each of them stands for.
void vk_skip_gram(vk_instruction_set set, vk_blocks blocks, const uint32_t *pairs,
                  size_t pair_count, const uint32_t *negatives, size_t negative_count, float rate,
                  float weight);

/// Returns the sum of the losses of pairs, changing nothing. Arguments as for `vk_skip_gram`, with a
/// weight of 1.
///
/// The loss of a pair is -log sigmoid(u . v) - sum_k log sigmoid(-u . n_k).
double vk_skip_gram_loss(vk_blocks blocks, const uint32_t *pairs, size_t pair_count,
                         const uint32_t *negatives, size_t negative_count);

#include "row_kernels.h"

#endif
