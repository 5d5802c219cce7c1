#ifndef AMBLE_LANES_H
#define AMBLE_LANES_H

// Sixteen floats at a time, in the compiler's own vector type: it becomes AVX-512, AVX2, SSE or
// NEON code. Sums always run over the same sixteen partial sums in the same tree, and every
// product that is added is fused where the machine can, so that all machines with a fused
// multiply-add give the same bits.

#include "CVectorKernels.h"

typedef float lanes __attribute__((vector_size(VK_LANES * sizeof(float)), may_alias));
typedef int32_t int_lanes __attribute__((vector_size(VK_LANES * sizeof(int32_t))));
typedef int32_t quarter_ints __attribute__((vector_size(4 * sizeof(int32_t))));
typedef float eight __attribute__((vector_size(8 * sizeof(float)), may_alias));
typedef float half_lanes __attribute__((vector_size(8 * sizeof(float))));
typedef float quarter_lanes __attribute__((vector_size(4 * sizeof(float)), may_alias));

#define INLINE static inline __attribute__((always_inline))

// a * b + c, rounded once where `fused` (a constant of the caller's) says that the machine can.
#define FMA(fused, a, b, c) ((fused) ? __builtin_elementwise_fma((a), (b), (c)) : (a) * (b) + (c))

#define CACHE_LINE 64

// Asks for a number of bytes ahead of their use. They go into the second cache: processors drop what
// they are asked to bring into the first while a dozen or two of such lines are on their way.
INLINE void prefetch(const void *start, const size_t size) {
  for (size_t i = 0; i < size; i += CACHE_LINE) __builtin_prefetch((const char *)start + i, 0, 2);
}

// The sum of sixteen partial sums.
#define SUM(x)                                                                                     \
  ({                                                                                               \
    half_lanes h = __builtin_shufflevector((x), (x), 0, 1, 2, 3, 4, 5, 6, 7) +                     \
                   __builtin_shufflevector((x), (x), 8, 9, 10, 11, 12, 13, 14, 15);                \
    quarter_lanes q =                                                                              \
        __builtin_shufflevector(h, h, 0, 1, 2, 3) + __builtin_shufflevector(h, h, 4, 5, 6, 7);     \
    (q[0] + q[2]) + (q[1] + q[3]);                                                                 \
  })

// Replaces scores by their sigmoids: 1 / (1 + e^-x), with a relative error of about 2e-7.
//
// e^-x = 2^n e^r with n = round(-x / ln 2); the series of e^r for |r| <= ln 2 / 2 ends at r^7.
INLINE void sigmoid(const int fused, lanes *scores) {
  const lanes one = (lanes){} + 1.0f;
  lanes x = -*scores;
  x = __builtin_elementwise_min(__builtin_elementwise_max(x, one * -80.0f), one * 80.0f);
  // Adding and taking away 1.5 * 2^23 rounds to an integer.
  const lanes magic = one * 12582912.0f;
  const lanes rounded = FMA(fused, x, one * 1.44269504088896341f, magic);
  const lanes n = rounded - magic;
  lanes r = FMA(fused, n, one * -0.693145751953125f, x);
  r = FMA(fused, n, one * -1.42860682030941723e-6f, r);
  lanes e = FMA(fused, r, one * (1.0f / 5040), one * (1.0f / 720));
  e = FMA(fused, e, r, one * (1.0f / 120));
  e = FMA(fused, e, r, one * (1.0f / 24));
  e = FMA(fused, e, r, one * (1.0f / 6));
  e = FMA(fused, e, r, one * 0.5f);
  e = FMA(fused, e, r, one);
  e = FMA(fused, e, r, one);
  const int_lanes power = (__builtin_convertvector(n, int_lanes) + 127) << 23;
  *scores = one / FMA(fused, e, (lanes)power, one);
}

// The product of two padded rows in double precision, by eight partial sums.
INLINE double precise_product(const float *u, const float *v, const size_t stride) {
  typedef double doubles __attribute__((vector_size(8 * sizeof(double))));
  doubles sums = {};
  for (size_t i = 0; i < stride; i += 8)
    sums += __builtin_convertvector(*(const eight *)(u + i), doubles) *
            __builtin_convertvector(*(const eight *)(v + i), doubles);
  double sum = 0;
  for (size_t lane = 0; lane < 8; lane++) sum += sums[lane];
  return sum;
}

#endif
