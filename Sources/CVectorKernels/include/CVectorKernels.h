#ifndef AMBLE_C_VECTOR_KERNELS_H
#define AMBLE_C_VECTOR_KERNELS_H

#include "instruction_set.h"
#include "row_scores.h"
#include "scores.h"

#include <stddef.h>
#include <stdint.h>

/// The number of floats that every row is padded to a multiple of, with zeros.
#define VK_LANES 16

/// The largest number of targets (the context and its negatives) of one step.
#define VK_MAX_TARGETS 64

/// Runs the skip-gram step with negative sampling once for every pair, in order.
///
/// A pair is a row of `centres` (high 16 bits) and a row of `contexts` (low 16 bits). With centre
/// vector u, target vectors v_0 (the pair's context) to v_K (its negatives), and labels 1, 0, ..., 0:
///
///     g_k = rate * (label_k - sigmoid(u . v_k))
///     u  += sum_k g_k v_k,   v_k += g_k u      (right-hand sides before the step)
///
/// A negative that is the pair's own context is left out.
///
/// - set: the instructions to use; the machine must have them.
/// - centres, contexts: rows of `stride` floats, `stride` a multiple of VK_LANES, padded with zeros,
///   aligned to 64 bytes.
/// - negatives: `negative_count` rows of `contexts` for each pair, pair after pair;
///   `negative_count` is less than VK_MAX_TARGETS.
void vk_skip_gram(vk_instruction_set set, float *centres, float *contexts, size_t stride,
                  const uint32_t *pairs, size_t pair_count, const uint32_t *negatives,
                  size_t negative_count, float rate);

/// Returns the sum of the losses of pairs, changing nothing. Arguments as for `vk_skip_gram`.
///
/// The loss of a pair is -log sigmoid(u . v_0) - sum_k log sigmoid(-u . v_k).
double vk_skip_gram_loss(const float *centres, const float *contexts, size_t stride,
                         const uint32_t *pairs, size_t pair_count, const uint32_t *negatives,
                         size_t negative_count);

#include "row_kernels.h"

#endif
