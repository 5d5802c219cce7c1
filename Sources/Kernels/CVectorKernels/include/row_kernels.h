#ifndef AMBLE_ROW_KERNELS_H
#define AMBLE_ROW_KERNELS_H

// Look-ups in rows of floats, and updates of the rows that a gradient touches. No operation is
// fused or reassociated: every machine gives the same bits.

#include "instruction_set.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// Rows of a table: `width` floats each, `stride` floats apart.
typedef struct {
  float *base;
  size_t stride;
  size_t width;
} vk_rows;

/// Copies rows, one for each index, to `output`: `count` x `table.width` floats without gaps.
///
/// - bypasses_cache: writes past the caches, for an output that they cannot hold.
void vk_gather(vk_instruction_set set, vk_rows table, const ptrdiff_t *indices, size_t count,
               float *output, bool bypasses_cache);

/// Bags of indices: bag b holds those at bounds[b]..<bounds[b + 1].
///
/// An index that equals `padding` (a negative one for none) is not in its bag.
typedef struct {
  const ptrdiff_t *indices;
  const ptrdiff_t *bounds;
  ptrdiff_t padding;
} vk_bags;

/// Writes the sum, or the mean, of the rows of each of the bags `first`..<`last` to `output`.
///
/// - weights: a factor for each index, or NULL.
/// - output: a row of `table.width` floats for every bag, the first bag's first.
void vk_bag_sum(vk_instruction_set set, vk_rows table, vk_bags bags, size_t first, size_t last,
                const float *weights, bool is_mean, float *output);

/// Writes the largest value of every component of each of the bags `first`..<`last`.
///
/// - output: as in `vk_bag_sum`, or NULL.
/// - winners: for every bag and component, the position in `bags.indices` of the first index that
///   attains the maximum, or -1 where the bag is empty; or NULL.
void vk_bag_max(vk_instruction_set set, vk_rows table, vk_bags bags, size_t first, size_t last,
                float *output, ptrdiff_t *winners);

/// Writes the product of each index's row with its bag's row of `vectors`; 0 for padding.
///
/// - vectors: a row of `table.width` floats for each bag, without gaps.
/// - output: a float for each index, at the index's position.
void vk_bag_dot(vk_instruction_set set, vk_rows table, vk_bags bags, size_t first, size_t last,
                const float *vectors, float *output);

/// Multiplies each row whose p-norm is greater than `largest` by largest / (norm + 1e-7).
///
/// - norm_type: p; infinity takes the largest and -infinity the smallest absolute value, 0 counts
///   what is not 0. All but 0, 1, 2 and the infinities use the C library's `pow`.
void vk_renormalize(vk_instruction_set set, vk_rows table, const uint32_t *rows, size_t count,
                    double norm_type, double largest);

/// A gradient by rows: for each group the row it belongs to and the vectors whose sum it is.
///
/// The vectors of group g are those at starts[g]..<starts[g + 1] of `sources`, each an index into
/// `values`, rows of `width` floats without gaps, and each multiplied by its entry of `scales`
/// unless that is NULL. They are added in this order.
typedef struct {
  const uint32_t *rows;
  const uint32_t *starts;
  const uint32_t *sources;
  const float *scales;
  const float *values;
  size_t width;
} vk_gradient;

/// Writes the sums of the groups `first`..<`last` to rows of `output`.
///
/// - by_group: group g is written to row g of `output`, else to row `gradient.rows[g]`.
void vk_sum_groups(vk_instruction_set set, vk_gradient gradient, size_t first, size_t last,
                   vk_rows output, bool by_group);

/// What the updates share: the groups `first`..<`last` of a gradient, and room for a row.
///
/// - sign: 1 to descend, -1 to ascend.
/// - scratch: `gradient.width` floats.
typedef struct {
  vk_gradient gradient;
  size_t first;
  size_t last;
  float sign;
  float *scratch;
} vk_step;

/// w -= rate g
void vk_descend(vk_instruction_set set, vk_step step, vk_rows table, float rate);

/// s += g^2,  w -= rate g / (sqrt(s) + epsilon)
void vk_adagrad(vk_instruction_set set, vk_step step, vk_rows table, vk_rows sums, float rate,
                float epsilon);

/// s += mean(g^2) with one s for each row,  w -= rate g / (sqrt(s) + epsilon)
void vk_row_wise_adagrad(vk_instruction_set set, vk_step step, vk_rows table, float *sums,
                         float rate, float epsilon);

/// m += c1 (g - m),  v += c2 (g^2 - v),  w -= rate m / (sqrt(v) + epsilon)
void vk_sparse_adam(vk_instruction_set set, vk_step step, vk_rows table, vk_rows first_moments,
                    vk_rows second_moments, float c1, float c2, float rate, float epsilon);

#endif
