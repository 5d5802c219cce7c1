#ifndef AMBLE_EXAMPLE_H
#define AMBLE_EXAMPLE_H

#include "instruction_set.h"

#include <stddef.h>
#include <stdint.h>

/// The tables that examples are about.
typedef struct {
  float *inputs;          ///< Rows of input (center) vectors, aligned to 64 bytes.
  float *outputs;         ///< Rows of output (context or inner-node) vectors, likewise.
  float *input_squares;   ///< Adagrad's sum a row of `inputs`, or null: plain gradient descent.
  float *output_squares;  ///< Adagrad's sum a row of `outputs`; null when the other is.
  size_t stride;          ///< The floats of a row: a multiple of VK_LANES, padded with zeros.
  size_t dimensions;      ///< The floats of a row that are not padding.
  const uint8_t *frozen;  ///< 1 for each row of `inputs` that does not move; or null: all move.
  float *scratch;         ///< 2 * stride floats, aligned to 64 bytes; their values do not matter.
} vk_tables;

/// Takes one step of gradient descent on one example.
///
/// With h the mean of the input vectors u_1 to u_n, targets v_k with labels y_k in {0, 1}, and the
/// loss -sum_k log sigmoid((2 y_k - 1) h . v_k):
///
///     g_k = y_k - sigmoid(h . v_k)
///     u_i += rate / n * sum_k g_k v_k,   v_k += rate * g_k h
///
/// where the right-hand sides are those before the step.
///
/// This is skip-gram (n = 1) and CBOW, with negative sampling (one label 1) and with hierarchical
/// softmax (targets are inner nodes of the tree, labels the code). With Adagrad's sums, a row's
/// rate is divided by the root of its sum, to which the mean square of the row's gradient is added
/// first. A row that occurs more than once gets all of its changes.
///
/// - labels: bit k is the label of target k; `target_count` is at most VK_MAX_TARGETS.
void vk_example(vk_instruction_set set, vk_tables tables, const uint32_t *input_rows,
                size_t input_count, const uint32_t *target_rows, size_t target_count,
                uint64_t labels, float rate);

/// Returns the loss of an example, changing only the scratch memory. Arguments as for `vk_example`.
double vk_example_loss(vk_instruction_set set, vk_tables tables, const uint32_t *input_rows,
                       size_t input_count, const uint32_t *target_rows, size_t target_count,
                       uint64_t labels);

#endif
