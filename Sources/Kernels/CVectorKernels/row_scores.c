// The floating-point operations are those that are written: nothing is reassociated or fused
// unless it says so.
#pragma STDC FP_CONTRACT OFF

#include "dispatch.h"
#include "rows.h"

INLINE lanes added(const bool fused, const bool is_distance, const lanes a, const lanes b,
                   const lanes sum) {
  const lanes difference = a - b;
  return is_distance ? FMA(fused, difference, difference, sum) : FMA(fused, a, b, sum);
}

INLINE float score(const bool fused, const bool is_distance, const float *a, const float *b,
                   const size_t dimensions) {
  lanes sum = {};
  size_t i = 0;
  for (; i + VK_LANES <= dimensions; i += VK_LANES)
    sum = added(fused, is_distance, load(a + i, VK_LANES), load(b + i, VK_LANES), sum);
  if (i < dimensions) {
    lanes last_a = {}, last_b = {};
    memcpy(&last_a, a + i, (dimensions - i) * sizeof(float));
    memcpy(&last_b, b + i, (dimensions - i) * sizeof(float));
    sum = added(fused, is_distance, last_a, last_b, sum);
  }
  return is_distance ? -sum_of(sum) : sum_of(sum);
}

// Rows lie anywhere in memory: the next ones are asked for early.
INLINE void score_all(const bool fused, const bool is_distance, const float *vector,
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

INLINE bool is_any_above(const bool fused, const bool is_distance, const float *vector,
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

INLINE void score_rows(const vk_instruction_set set, const bool is_distance, const float *vector,
                       const float *rows, const size_t dimensions, const float *scales,
                       const uint32_t *chosen, const size_t count, float *scores) {
  const bool fused = is_fused(set);
  if (is_distance)
    score_all(fused, true, vector, rows, dimensions, scales, chosen, count, scores);
  else
    score_all(fused, false, vector, rows, dimensions, scales, chosen, count, scores);
}

VK_DISPATCHED(void, score_rows,
              (const bool is_distance, const float *vector, const float *rows,
               const size_t dimensions, const float *scales, const uint32_t *chosen,
               const size_t count, float *scores),
              (is_distance, vector, rows, dimensions, scales, chosen, count, scores), set)

INLINE bool any_score_above(const vk_instruction_set set, const bool is_distance,
                            const float *vector, const float *rows, const size_t dimensions,
                            const float *scales, const uint32_t *chosen, const size_t count,
                            const float threshold) {
  const bool fused = is_fused(set);
  return is_distance
             ? is_any_above(fused, true, vector, rows, dimensions, scales, chosen, count, threshold)
             : is_any_above(fused, false, vector, rows, dimensions, scales, chosen, count,
                            threshold);
}

VK_DISPATCHED(bool, any_score_above,
              (const bool is_distance, const float *vector, const float *rows,
               const size_t dimensions, const float *scales, const uint32_t *chosen,
               const size_t count, const float threshold),
              (is_distance, vector, rows, dimensions, scales, chosen, count, threshold), set)
