#pragma STDC FP_CONTRACT OFF

#include "dispatch.h"
#include "rows.h"

#include <math.h>

// |x|^p; 0^0 is 0, so that p = 0 counts what is not 0.
INLINE double power(const double x, const double p) {
  if (p == 2) return x * x;
  if (p == 1) return fabs(x);
  if (p == 0) return x != 0 ? 1 : 0;
  return pow(fabs(x), p);
}

// The sum of the powers of all components, in sixteen partial sums.
INLINE double sum_of_powers(const float *row, const size_t width, const double p) {
  double sums[VK_LANES] = {0};
  for (size_t i = 0; i < width; i++) sums[i % VK_LANES] += power(row[i], p);
  double sum = 0;
  for (size_t i = 0; i < VK_LANES; i++) sum += sums[i];
  return sum;
}

// The p-norm, rounded to a float once.
INLINE float norm(const float *row, const size_t width, const double p) {
  if (p == 2) return (float)sqrt(sum_of_powers(row, width, 2));
  if (p == 1) return (float)sum_of_powers(row, width, 1);
  if (p == 0) return (float)sum_of_powers(row, width, 0);
  if (isinf(p)) {
    float extreme = width > 0 ? fabsf(row[0]) : 0;
    for (size_t i = 1; i < width; i++) {
      const float x = fabsf(row[i]);
      if (isnan(x) || (p > 0 ? x > extreme : x < extreme)) extreme = x;
    }
    return extreme;
  }
  return (float)pow(sum_of_powers(row, width, p), 1 / p);
}

INLINE void renormalize(const vk_rows table, const uint32_t *rows, const size_t count,
                        const double norm_type, const double largest) {
  for (size_t k = 0; k < count; k++) {
    if (k + 4 < count)
      prefetch(table.base + rows[k + 4] * table.stride, table.width * sizeof(float));
    float *row = table.base + rows[k] * table.stride;
    const double length = norm(row, table.width, norm_type);
    if (!(length > largest)) continue;
    const float scale = (float)(largest / (length + 1e-7));
    for (size_t i = 0; i < table.width; i++) row[i] *= scale;
  }
}

VK_DISPATCHED(void, renormalize,
              (const vk_rows table, const uint32_t *rows, const size_t count,
               const double norm_type, const double largest),
              (table, rows, count, norm_type, largest))
