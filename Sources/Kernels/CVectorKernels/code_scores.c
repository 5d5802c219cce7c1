#include "dispatch.h"
#include "lanes.h"

// Thirty-two numbers at a time; two neighboring products are added as one number of 32 bits, which
// is one instruction of AVX-512 and AVX2.
typedef int8_t codes __attribute__((vector_size(32)));
typedef int16_t words __attribute__((vector_size(64), aligned(2), may_alias));
typedef int32_t sums __attribute__((vector_size(64)));
typedef int32_t wide __attribute__((vector_size(128)));
typedef int64_t totals __attribute__((vector_size(128)));

// The components that are summed in 32 bits: in each of sixteen sums at most 2^10 products, of
// numbers below 2^14 and 2^7.
enum { part = 1 << 14 };

INLINE sums products_of(const words a, const words b) {
  const wide products = __builtin_convertvector(a, wide) * __builtin_convertvector(b, wide);
  return __builtin_shufflevector(products, products, 0, 2, 4, 6, 8, 10, 12, 14, 16, 18, 20, 22, 24,
                                 26, 28, 30) +
         __builtin_shufflevector(products, products, 1, 3, 5, 7, 9, 11, 13, 15, 17, 19, 21, 23, 25,
                                 27, 29, 31);
}

INLINE float score(const bool is_distance, const int16_t *vector, const int8_t *row,
                   const size_t width) {
  int64_t total = 0;
  for (size_t start = 0; start < width; start += part) {
    const size_t end = start + part < width ? start + part : width;
    sums sum = {};
    for (size_t i = start; i < end; i += 32) {
      const words a = *(const words *)(vector + i);
      const words b = __builtin_convertvector(*(const codes *)(row + i), words);
      const words difference = a - b;
      sum += is_distance ? products_of(difference, difference) : products_of(a, b);
    }
    total += __builtin_reduce_add(__builtin_convertvector(sum, totals));
  }
  return (float)(is_distance ? -total : total);
}

INLINE void score_all(const bool is_distance, const int16_t *vector, const int8_t *rows,
                      const size_t stride, const size_t width, const uint32_t *chosen,
                      const size_t count, float *scores) {
  for (size_t i = 0; i < count; i++)
    scores[i] = score(is_distance, vector, rows + chosen[i] * stride, width);
}

INLINE void score_codes(const bool is_distance, const int16_t *vector, const int8_t *rows,
                        const size_t stride, const size_t width, const uint32_t *chosen,
                        const size_t count, float *scores) {
  if (is_distance) score_all(true, vector, rows, stride, width, chosen, count, scores);
  else score_all(false, vector, rows, stride, width, chosen, count, scores);
}

VK_DISPATCHED(void, score_codes,
              (const bool is_distance, const int16_t *vector, const int8_t *rows,
               const size_t stride, const size_t width, const uint32_t *chosen,
               const size_t count, float *scores),
              (is_distance, vector, rows, stride, width, chosen, count, scores))

void vk_prefetch_codes(const int8_t *rows, size_t stride, size_t width, const uint32_t *chosen,
                       size_t count) {
  for (size_t i = 0; i < count; i++) prefetch(rows + chosen[i] * stride, width);
}
