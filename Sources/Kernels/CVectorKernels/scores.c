// The floating-point operations are those that are written: nothing is reassociated or fused
// unless it says so.
#pragma STDC FP_CONTRACT OFF

#include "dispatch.h"
#include "lanes.h"

#include <math.h>

// A matrix product whose result is not stored: queries are the columns, sixteen to a `lanes`; a
// block of rows times a few groups of queries is summed in registers and compared with the
// thresholds there. The loops over `row_block` and `group_count`, constants of the callers, unroll.
INLINE vk_hit *block(const bool fused, const bool is_distance, const size_t row_block,
                     const size_t group_count, const float *x, const size_t first_row,
                     const size_t dimensions, const float *scales, const lanes *queries,
                     const lanes *thresholds, const uint32_t first_query, vk_hit *hits) {
  lanes sums[8][VK_MAX_QUERY_GROUPS];
  for (size_t r = 0; r < row_block; r++)
    for (size_t g = 0; g < group_count; g++) sums[r][g] = (lanes){};
  for (size_t part = 0; part < dimensions; part += 16) {
    const size_t end = part + 16 < dimensions ? part + 16 : dimensions;
    // The next block is on its way while this one is summed: rows come from memory once.
    for (size_t r = row_block; r < 2 * row_block; r++)
      __builtin_prefetch((const void *)((uintptr_t)x + (r * dimensions + part) * sizeof(float)));
    for (size_t i = part; i < end; i++) {
      lanes q[VK_MAX_QUERY_GROUPS];
      for (size_t g = 0; g < group_count; g++) q[g] = queries[g * dimensions + i];
      for (size_t r = 0; r < row_block; r++) {
        const lanes component = (lanes){} + x[r * dimensions + i];
        for (size_t g = 0; g < group_count; g++) {
          const lanes difference = q[g] - component;
          sums[r][g] = is_distance ? FMA(fused, difference, difference, sums[r][g])
                                   : FMA(fused, q[g], component, sums[r][g]);
        }
      }
    }
  }
  for (size_t r = 0; r < row_block; r++) {
    const float scale = scales ? scales[first_row + r] : 1;
    for (size_t g = 0; g < group_count; g++) {
      const lanes scores = (is_distance ? -sums[r][g] : sums[r][g]) * scale;
      const int_lanes isAbove = scores > thresholds[g];
      if (!__builtin_reduce_or(isAbove)) continue;
      for (uint32_t lane = 0; lane < VK_QUERY_GROUP; lane++)
        if (isAbove[lane])
          *hits++ = (vk_hit){.row = (uint32_t)(first_row + r),
                             .query = first_query + (uint32_t)g * VK_QUERY_GROUP + lane,
                             .score = scores[lane]};
    }
  }
  return hits;
}

INLINE vk_hit *blocks(const bool fused, const bool is_distance, const size_t row_block,
                      const size_t group_count, const float *rows, const size_t row_count,
                      const size_t dimensions, const float *scales, const lanes *queries,
                      const lanes *thresholds, const uint32_t first_query, vk_hit *hits) {
  size_t row = 0;
  for (; row + row_block <= row_count; row += row_block)
    hits = block(fused, is_distance, row_block, group_count, rows + row * dimensions, row,
                 dimensions, scales, queries, thresholds, first_query, hits);
  for (; row < row_count; row++)
    hits = block(fused, is_distance, 1, group_count, rows + row * dimensions, row, dimensions,
                 scales, queries, thresholds, first_query, hits);
  return hits;
}

// Scores all rows against the groups from `first_group` on.
INLINE vk_hit *groups(const bool fused, const bool is_distance, const size_t row_block,
                      const size_t group_count, const float *rows, const size_t row_count,
                      const size_t dimensions, const float *scales, const float *queries,
                      const float *thresholds, const size_t first_group, vk_hit *hits) {
  const lanes *q = (const lanes *)queries + first_group * dimensions;
  const lanes *t = (const lanes *)thresholds + first_group;
  const uint32_t first_query = (uint32_t)first_group * VK_QUERY_GROUP;
  return is_distance ? blocks(fused, true, row_block, group_count, rows, row_count, dimensions,
                              scales, q, t, first_query, hits)
                     : blocks(fused, false, row_block, group_count, rows, row_count, dimensions,
                              scales, q, t, first_query, hits);
}

INLINE size_t scores_above(const vk_instruction_set set, const bool is_distance,
                           const float *rows, const size_t row_count, const size_t dimensions,
                           const float *scales, const float *queries, const size_t group_count,
                           const float *thresholds, vk_hit *hits) {
  const bool fused = is_fused(set);
  vk_hit *end = hits;
  if (set == vk_avx512) {
    // Eight rows by three groups are 24 sums in the 32 registers. A single group is bound by
    // memory, and fewer rows at a time are read faster.
    if (group_count == 3)
      end = groups(fused, is_distance, 8, 3, rows, row_count, dimensions, scales, queries,
                   thresholds, 0, end);
    else if (group_count == 2)
      end = groups(fused, is_distance, 8, 2, rows, row_count, dimensions, scales, queries,
                   thresholds, 0, end);
    else if (group_count == 1)
      end = groups(fused, is_distance, 4, 1, rows, row_count, dimensions, scales, queries,
                   thresholds, 0, end);
  } else {
    // One group at a time: all that sixteen registers have room for.
    const size_t row_block = set == vk_avx2 ? 6 : fused ? 4 : 2;
    for (size_t group = 0; group < group_count; group++)
      end = groups(fused, is_distance, row_block, 1, rows, row_count, dimensions, scales, queries,
                   thresholds, group, end);
  }
  return (size_t)(end - hits);
}

VK_DISPATCHED(size_t, scores_above,
              (const bool is_distance, const float *rows, const size_t row_count,
               const size_t dimensions, const float *scales, const float *queries,
               const size_t group_count, const float *thresholds, vk_hit *hits),
              (is_distance, rows, row_count, dimensions, scales, queries, group_count, thresholds,
               hits),
              set)

typedef double double_lanes __attribute__((vector_size(8 * sizeof(double))));
typedef float unaligned_floats
    __attribute__((vector_size(8 * sizeof(float)), aligned(sizeof(float)), may_alias));

// The square of a float is exact in double precision, so that fusing would change nothing.
INLINE void inverse_norms(const float *rows, const size_t row_count, const size_t dimensions,
                          float *results) {
  for (size_t row = 0; row < row_count; row++) {
    const float *x = rows + row * dimensions;
    double_lanes sums = {};
    size_t i = 0;
    for (; i + 8 <= dimensions; i += 8) {
      const double_lanes part =
          __builtin_convertvector(*(const unaligned_floats *)(x + i), double_lanes);
      sums += part * part;
    }
    double sum = 0;
    for (; i < dimensions; i++) sum += (double)x[i] * x[i];
    for (size_t lane = 0; lane < 8; lane++) sum += sums[lane];
    results[row] = sum == 0 ? 0 : (float)(1 / sqrt(sum));
  }
}

VK_DISPATCHED(void, inverse_norms,
              (const float *rows, const size_t row_count, const size_t dimensions, float *results),
              (rows, row_count, dimensions, results))
