#pragma STDC FP_CONTRACT OFF

#include "dispatch.h"
#include "rows.h"

#include <math.h>

// How many rows ahead of its use a row is asked for.
enum { rows_ahead = 12 };

INLINE void gather(const vk_rows table, const ptrdiff_t *indices, const size_t count, float *output,
                   const bool bypasses_cache) {
  const bool streams = bypasses_cache && table.width % VK_LANES == 0 &&
                       (uintptr_t)output % sizeof(lanes) == 0;
  for (size_t k = 0; k < count; k++) {
    if (k + rows_ahead < count)
      prefetch(table.base + indices[k + rows_ahead] * table.stride, table.width * sizeof(float));
    const float *row = table.base + indices[k] * table.stride;
    float *to = output + k * table.width;
    if (streams)
      for (size_t i = 0; i < table.width; i += VK_LANES)
        __builtin_nontemporal_store(*(const lanes *)(row + i), (lanes *)(to + i));
    else
      FOR_LANES(table.width, { store(to + i, load(row + i, n), n); });
  }
}

VK_DISPATCHED(void, gather,
              (const vk_rows table, const ptrdiff_t *indices, const size_t count, float *output,
               const bool bypasses_cache),
              (table, indices, count, output, bypasses_cache))

INLINE void prefetch_index(const vk_rows table, const vk_bags bags, const ptrdiff_t position,
                           const ptrdiff_t end) {
  if (position < end)
    prefetch(table.base + bags.indices[position] * table.stride, table.width * sizeof(float));
}

// Adds the rows of a bag to `sums`, `width` of their components from `column` on. Where there are
// no more than eight lanes of them (`block_count`, a constant of the caller's), they stay in
// registers.
INLINE size_t add_bag(const vk_rows table, const vk_bags bags, const ptrdiff_t begin,
                      const ptrdiff_t end, const ptrdiff_t last, const float *weights, lanes *sums,
                      const size_t block_count) {
  size_t size = 0;
  for (ptrdiff_t k = begin; k < end; k++) {
    prefetch_index(table, bags, k + rows_ahead, last);
    if (bags.indices[k] == bags.padding) continue;
    size++;
    const lanes *row = (const lanes *)(table.base + bags.indices[k] * table.stride);
    if (weights) {
      const lanes weight = (lanes){} + weights[k];
      for (size_t b = 0; b < block_count; b++) sums[b] += weight * row[b];
    } else {
      for (size_t b = 0; b < block_count; b++) sums[b] += row[b];
    }
  }
  return size;
}

// A bag's sum, sixteen times `block_count` components at once; the rows' padding is zero and so is
// its sum.
INLINE void sum_bag(const vk_rows table, const vk_bags bags, const ptrdiff_t begin,
                    const ptrdiff_t end, const ptrdiff_t last, const float *weights,
                    const bool is_mean, float *output, const size_t width,
                    const size_t block_count) {
  lanes sums[8];
  for (size_t b = 0; b < block_count; b++) sums[b] = (lanes){};
  const size_t size = add_bag(table, bags, begin, end, last, weights, sums, block_count);
  if (is_mean && size > 1)
    for (size_t b = 0; b < block_count; b++) sums[b] /= (lanes){} + (float)size;
  for (size_t b = 0; b < block_count; b++) {
    const size_t rest = width - b * VK_LANES;
    store(output + b * VK_LANES, sums[b], rest < VK_LANES ? rest : VK_LANES);
  }
}

INLINE void bag_sum(const vk_rows table, const vk_bags bags, const size_t first, const size_t last,
                    const float *weights, const bool is_mean, float *output) {
  const size_t eight = 8 * VK_LANES;
  const ptrdiff_t all = bags.bounds[last];
  for (size_t bag = first; bag < last; bag++, output += table.width) {
    const ptrdiff_t begin = bags.bounds[bag], end = bags.bounds[bag + 1];
    for (size_t column = 0; column < table.width; column += eight) {
      vk_rows part = table;
      part.base += column;
      part.width = table.width - column < eight ? table.width - column : eight;
      const size_t blocks = (part.width + VK_LANES - 1) / VK_LANES;
      if (blocks == 8)
        sum_bag(part, bags, begin, end, all, weights, is_mean, output + column, part.width, 8);
      else
        sum_bag(part, bags, begin, end, all, weights, is_mean, output + column, part.width, blocks);
    }
  }
}

VK_DISPATCHED(void, bag_sum,
              (const vk_rows table, const vk_bags bags, const size_t first, const size_t last,
               const float *weights, const bool is_mean, float *output),
              (table, bags, first, last, weights, is_mean, output))

INLINE void bag_max(const vk_rows table, const vk_bags bags, const size_t first, const size_t last,
                    float *output, ptrdiff_t *winners) {
  for (size_t bag = first; bag < last; bag++) {
    const ptrdiff_t begin = bags.bounds[bag], end = bags.bounds[bag + 1];
    for (size_t i = 0; i < table.width; i++) {
      float largest = 0;
      ptrdiff_t winner = -1;
      for (ptrdiff_t k = begin; k < end; k++) {
        if (bags.indices[k] == bags.padding) continue;
        const float value = table.base[bags.indices[k] * table.stride + i];
        if (winner >= 0 && !(value > largest)) continue;
        largest = value;
        winner = k;
      }
      if (output) output[(bag - first) * table.width + i] = largest;
      if (winners) winners[(bag - first) * table.width + i] = winner;
    }
  }
}

VK_DISPATCHED(void, bag_max,
              (const vk_rows table, const vk_bags bags, const size_t first, const size_t last,
               float *output, ptrdiff_t *winners),
              (table, bags, first, last, output, winners))

INLINE void bag_dot(const vk_rows table, const vk_bags bags, const size_t first, const size_t last,
                    const float *vectors, float *output) {
  for (size_t bag = first; bag < last; bag++) {
    const float *vector = vectors + bag * table.width;
    for (ptrdiff_t k = bags.bounds[bag]; k < bags.bounds[bag + 1]; k++) {
      prefetch_index(table, bags, k + rows_ahead, bags.bounds[last]);
      lanes sum = (lanes){};
      if (bags.indices[k] != bags.padding) {
        const float *row = table.base + bags.indices[k] * table.stride;
        FOR_LANES(table.width, { sum += load(row + i, n) * load(vector + i, n); });
      }
      output[k] = sum_of(sum);
    }
  }
}

VK_DISPATCHED(void, bag_dot,
              (const vk_rows table, const vk_bags bags, const size_t first, const size_t last,
               const float *vectors, float *output),
              (table, bags, first, last, vectors, output))
