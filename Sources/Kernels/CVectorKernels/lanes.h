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

// Vectors are passed by value between inline functions only, where no calling convention matters.
#pragma clang diagnostic ignored "-Wpsabi"

// Whether an instruction set has a fused multiply-add.
INLINE bool is_fused(const vk_instruction_set set) {
#if defined(__x86_64__)
  return set != vk_baseline;
#else
  (void)set;
  return true;
#endif
}

// a * b + c, rounded once where `fused` (a constant of the caller's) says that the machine can.
#define FMA(fused, a, b, c) ((fused) ? __builtin_elementwise_fma((a), (b), (c)) : (a) * (b) + (c))

// The bytes of a cache line.
enum { cache_line = 64 };

// Asks for a number of bytes ahead of their use. They go into the second cache: processors drop
// what they are asked to bring into the first while a dozen or two of such lines are on their way.
INLINE void prefetch(const void *start, const size_t size) {
  for (size_t i = 0; i < size; i += cache_line) prefetch_line((const char *)start + i);
}

// The sum of sixteen partial sums.
INLINE float sum_of(const lanes x) {
  const half_lanes h = __builtin_shufflevector(x, x, 0, 1, 2, 3, 4, 5, 6, 7) +
                       __builtin_shufflevector(x, x, 8, 9, 10, 11, 12, 13, 14, 15);
  const quarter_lanes q =
      __builtin_shufflevector(h, h, 0, 1, 2, 3) + __builtin_shufflevector(h, h, 4, 5, 6, 7);
  return (q[0] + q[2]) + (q[1] + q[3]);
}

// Replaces scores by their sigmoids: 1 / (1 + e^-x). Where multiply-add is fused, the relative
// error is 3e-7 for scores within 8 of zero and 1e-6 within 64, elsewhere 6e-7 and 4e-6.
//
// e^-x = 2^n 2^f with n = round(-x / ln 2), |f| <= 1/2; the series of 2^f ends at f^7. Its terms
// are added in pairs, pairs of pairs and so on: that takes half as long as one after the other, and
// what is to come waits for it.
INLINE void sigmoid(const bool fused, lanes *scores) {
  const lanes one = (lanes){} + 1.0f, per_log_two = one * -1.44269504088896341f;
  const lanes x =
      __builtin_elementwise_min(__builtin_elementwise_max(*scores, one * -80.0f), one * 80.0f);
  // Adding and taking away 1.5 * 2^23 rounds to an integer.
  const lanes magic = one * 12582912.0f;
  const lanes n = FMA(fused, x, per_log_two, magic) - magic;
  const lanes f = FMA(fused, x, per_log_two, -n);
  const lanes square = f * f;
  const lanes first = FMA(fused, f, one * 0.693147181f, one);
  const lanes second = FMA(fused, f, one * 0.0555041087f, one * 0.240226507f);
  const lanes third = FMA(fused, f, one * 0.00133335581f, one * 0.00961812911f);
  const lanes fourth = FMA(fused, f, one * 0.0000152527338f, one * 0.000154035304f);
  const lanes lower = FMA(fused, square, second, first);
  const lanes upper = FMA(fused, square, fourth, third);
  const lanes e = FMA(fused, square * square, upper, lower);
  const int_lanes power = (__builtin_convertvector(n, int_lanes) + 127) << 23;
  *scores = one / FMA(fused, e, (lanes)power, one);
}

#endif
