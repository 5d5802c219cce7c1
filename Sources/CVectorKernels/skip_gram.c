// The floating-point operations are those that are written: nothing is reassociated or fused
// unless it says so.
#pragma STDC FP_CONTRACT OFF

#include "lanes.h"

#include <math.h>

// One step: the pair's centre `u` and its targets `v`, of which the first is the context.
// `target_count` is a constant in the common case, so that the loops over it unroll.
INLINE void step(const int fused, lanes *u, lanes *const *v, const size_t target_count,
                 const size_t width, const float rate) {
  float scores[VK_MAX_TARGETS] __attribute__((aligned(64))) = {0};
  lanes sums[8];
  for (size_t first = 0; first < target_count; first += 8) {
    const size_t count = target_count - first < 8 ? target_count - first : 8;
    for (size_t k = 0; k < count; k++) sums[k] = (lanes){};
    for (size_t i = 0; i < width; i++) {
      const lanes ui = u[i];
      for (size_t k = 0; k < count; k++) sums[k] = FMA(fused, ui, v[first + k][i], sums[k]);
    }
    for (size_t k = 0; k < count; k++) scores[first + k] = SUM(sums[k]);
  }
  for (size_t first = 0; first < target_count; first += VK_LANES)
    sigmoid(fused, (lanes *)(scores + first));

  float gradients[VK_MAX_TARGETS];
  gradients[0] = (1 - scores[0]) * rate;
  for (size_t k = 1; k < target_count; k++)
    gradients[k] = v[k] == v[0] ? 0 : (0 - scores[k]) * rate;
  for (size_t i = 0; i < width; i++) {
    const lanes ui = u[i];
    lanes change = (lanes){};
    for (size_t k = 0; k < target_count; k++) {
      const lanes gradient = (lanes){} + gradients[k];
      const lanes vi = v[k][i];
      change = FMA(fused, gradient, vi, change);
      v[k][i] = FMA(fused, gradient, ui, vi);
    }
    u[i] = ui + change;
  }
}

INLINE void steps(const int fused, float *centres, float *contexts, const size_t stride,
                  const uint32_t *pairs, const size_t pair_count, const uint32_t *negatives,
                  const size_t negative_count, const float rate) {
  lanes *v[VK_MAX_TARGETS];
  for (size_t p = 0; p < pair_count; p++) {
    v[0] = (lanes *)(contexts + (pairs[p] & 0xffff) * stride);
    for (size_t k = 0; k < negative_count; k++)
      v[k + 1] = (lanes *)(contexts + negatives[p * negative_count + k] * stride);
    step(fused, (lanes *)(centres + (pairs[p] >> 16) * stride), v, negative_count + 1,
         stride / VK_LANES, rate);
  }
}

// Five negatives are the default of the field, and worth a copy of the loop of their own.
#define STEPS(fused)                                                                               \
  if (negative_count == 5)                                                                         \
    steps(fused, centres, contexts, stride, pairs, pair_count, negatives, 5, rate);                \
  else                                                                                             \
    steps(fused, centres, contexts, stride, pairs, pair_count, negatives, negative_count, rate)

#define PARAMETERS                                                                                 \
  float *centres, float *contexts, size_t stride, const uint32_t *pairs, size_t pair_count,        \
      const uint32_t *negatives, size_t negative_count, float rate
#define ARGUMENTS centres, contexts, stride, pairs, pair_count, negatives, negative_count, rate

#if defined(__x86_64__)
__attribute__((target("arch=x86-64-v4"), min_vector_width(512)))
static void skip_gram_v4(PARAMETERS) { STEPS(1); }
__attribute__((target("arch=x86-64-v3")))
static void skip_gram_v3(PARAMETERS) { STEPS(1); }
static void skip_gram_baseline(PARAMETERS) { STEPS(0); }
#else
static void skip_gram_baseline(PARAMETERS) { STEPS(1); }
#endif

void vk_skip_gram(vk_instruction_set set, PARAMETERS) {
#if defined(__x86_64__)
  if (set == vk_avx512) return skip_gram_v4(ARGUMENTS);
  if (set == vk_avx2) return skip_gram_v3(ARGUMENTS);
#endif
  skip_gram_baseline(ARGUMENTS);
}

vk_instruction_set vk_best_instruction_set(void) {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("x86-64-v4")) return vk_avx512;
  if (__builtin_cpu_supports("x86-64-v3")) return vk_avx2;
#endif
  return vk_baseline;
}

// log(1 + e^x) without overflow.
static double softplus(double x) { return (x > 0 ? x : 0) + log1p(exp(-fabs(x))); }

double vk_skip_gram_loss(const float *centres, const float *contexts, size_t stride,
                         const uint32_t *pairs, size_t pair_count, const uint32_t *negatives,
                         size_t negative_count) {
  double loss = 0;
  for (size_t p = 0; p < pair_count; p++) {
    const float *u = centres + (pairs[p] >> 16) * stride;
    const uint32_t context = pairs[p] & 0xffff;
    for (size_t k = 0; k <= negative_count; k++) {
      const uint32_t target = k == 0 ? context : negatives[p * negative_count + k - 1];
      if (k > 0 && target == context) continue;
      const float *v = contexts + target * stride;
      double score = 0;
      for (size_t i = 0; i < stride; i++) score += (double)u[i] * v[i];
      loss += softplus(k == 0 ? -score : score);
    }
  }
  return loss;
}
