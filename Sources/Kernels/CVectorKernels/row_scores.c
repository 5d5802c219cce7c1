// The floating-point operations are those that are written: nothing is reassociated or fused
// unless it says so.
#pragma STDC FP_CONTRACT OFF

#include "lanes.h"

#include <string.h>

typedef float unaligned_lanes
    __attribute__((vector_size(VK_LANES * sizeof(float)), aligned(sizeof(float)), may_alias));

INLINE void add(const int fused, const bool is_distance, const lanes *a, const lanes *b,
                lanes *sum) {
  const lanes difference = *a - *b;
  *sum = is_distance ? FMA(fused, difference, difference, *sum) : FMA(fused, *a, *b, *sum);
}

INLINE float score(const int fused, const bool is_distance, const float *a, const float *b,
                   const size_t dimensions) {
  lanes sum = {};
  size_t i = 0;
  for (; i + VK_LANES <= dimensions; i += VK_LANES) {
    const lanes part_a = *(const unaligned_lanes *)(a + i);
    const lanes part_b = *(const unaligned_lanes *)(b + i);
    add(fused, is_distance, &part_a, &part_b, &sum);
  }
  if (i < dimensions) {
    lanes last_a = {}, last_b = {};
    memcpy(&last_a, a + i, (dimensions - i) * sizeof(float));
    memcpy(&last_b, b + i, (dimensions - i) * sizeof(float));
    add(fused, is_distance, &last_a, &last_b, &sum);
  }
  return is_distance ? -SUM(sum) : SUM(sum);
}

// Rows lie anywhere in memory: the next ones are asked for early.
INLINE void score_rows(const int fused, const bool is_distance, const float *vector,
                       const float *rows, const size_t dimensions, const float *scales,
                       const uint32_t *chosen, const size_t count, float *scores) {
  const size_t ahead = 4, size = dimensions * sizeof(float);
  for (size_t i = 0; i < ahead && i < count; i++)
    prefetch(rows + chosen[i] * dimensions, size);
  for (size_t i = 0; i < count; i++) {
    if (i + ahead < count) prefetch(rows + chosen[i + ahead] * dimensions, size);
    const float scale = scales ? scales[chosen[i]] : 1;
    scores[i] =
        scale * score(fused, is_distance, vector, rows + chosen[i] * dimensions, dimensions);
  }
}

INLINE bool any_score_above(const int fused, const bool is_distance, const float *vector,
                            const float *rows, const size_t dimensions, const float *scales,
                            const uint32_t *chosen, const size_t count, const float threshold) {
  for (size_t i = 0; i < count; i++) {
    const float scale = scales ? scales[chosen[i]] : 1;
    if (scale * score(fused, is_distance, vector, rows + chosen[i] * dimensions, dimensions) >
        threshold)
      return true;
  }
  return false;
}

#define PARAMETERS                                                                                 \
  const bool is_distance, const float *vector, const float *rows, const size_t dimensions,         \
      const float *scales, const uint32_t *chosen, const size_t count
#define CALL(function, fused, last)                                                                \
  (is_distance                                                                                     \
       ? function(fused, true, vector, rows, dimensions, scales, chosen, count, last)              \
       : function(fused, false, vector, rows, dimensions, scales, chosen, count, last))

#if defined(__x86_64__)
#define V4 __attribute__((target("arch=x86-64-v4"), min_vector_width(512)))
#define V3 __attribute__((target("arch=x86-64-v3")))
V4 static void score_rows_v4(PARAMETERS, float *scores) { CALL(score_rows, 1, scores); }
V3 static void score_rows_v3(PARAMETERS, float *scores) { CALL(score_rows, 1, scores); }
V4 static bool any_v4(PARAMETERS, float threshold) {
  return CALL(any_score_above, 1, threshold);
}
V3 static bool any_v3(PARAMETERS, float threshold) {
  return CALL(any_score_above, 1, threshold);
}
#define BASELINE_FUSED 0
#else
#define BASELINE_FUSED 1
#endif

void vk_score_rows(vk_instruction_set set, PARAMETERS, float *scores) {
#if defined(__x86_64__)
  if (set == vk_avx512)
    return score_rows_v4(is_distance, vector, rows, dimensions, scales, chosen, count, scores);
  if (set == vk_avx2)
    return score_rows_v3(is_distance, vector, rows, dimensions, scales, chosen, count, scores);
#endif
  CALL(score_rows, BASELINE_FUSED, scores);
}

bool vk_any_score_above(vk_instruction_set set, PARAMETERS, float threshold) {
#if defined(__x86_64__)
  if (set == vk_avx512)
    return any_v4(is_distance, vector, rows, dimensions, scales, chosen, count, threshold);
  if (set == vk_avx2)
    return any_v3(is_distance, vector, rows, dimensions, scales, chosen, count, threshold);
#endif
  return CALL(any_score_above, BASELINE_FUSED, threshold);
}
