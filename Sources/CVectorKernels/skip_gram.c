// The floating-point operations are those that are written: nothing is reassociated or fused
// unless it says so.
#pragma STDC FP_CONTRACT OFF

#include "lanes.h"

#include <math.h>

// Scores and gradients of a group: for each two pairs, target after target, a number for each of
// the two. Targets are rounded up to an even number, so that four numbers are one vector.
#define SCORE(target_count, pair, target)                                                          \
  (((pair) / 2 * ((target_count) + ((target_count) & 1)) + (target)) * 2 + ((pair) & 1))

// The scores of two pairs with `count` targets, of which the first differs between the pairs when
// `v` does. Twelve sums at a time keep the multipliers busy and fit the registers of AVX2.
INLINE void score(const int fused, const eight *u0, const eight *u1, const eight *const *v0,
                  const eight *const *v1, const size_t count, const size_t width, float *scores) {
  eight sums[12];
  for (size_t k = 0; k < 12; k++) sums[k] = (eight){};
  for (size_t i = 0; i < width; i++) {
    const eight x0 = u0[i], x1 = u1[i];
    for (size_t k = 0; k < count; k++) {
      sums[2 * k] = FMA(fused, x0, v0[k][i], sums[2 * k]);
      sums[2 * k + 1] = FMA(fused, x1, v1[k][i], sums[2 * k + 1]);
    }
  }
  for (size_t k = 0; k < count; k += 2) sum_four(sums + 2 * k, scores + 2 * k);
}

// Four pairs `u`, `v` and the negatives they share. `negative_count` and `masked` are constants in
// the common case, so that the loops over them unroll. Gradients hold four numbers a target.
INLINE void update(const int fused, const int masked, eight *const *u, eight *const *v,
                   eight *const *negatives, const size_t negative_count, const size_t width,
                   const float *gradients, const float *moves) {
  const size_t count = negative_count + 1;
  for (size_t i = 0; i < width; i++) {
    eight x[VK_GROUP], change[VK_GROUP];
    for (size_t p = 0; p < VK_GROUP; p++) x[p] = u[p][i];
    for (size_t p = 0; p < VK_GROUP; p++) {
      const eight gradient = (eight){} + gradients[SCORE(count, p, 0)];
      const eight vi = v[p][i];
      change[p] = gradient * vi;
      v[p][i] = FMA(fused, gradient, x[p], vi);
    }
    for (size_t k = 0; k < negative_count; k++) {
      const eight before = negatives[k][i];
      eight after = before;
      for (size_t p = 0; p < VK_GROUP; p++) {
        const eight gradient = (eight){} + gradients[SCORE(count, p, k + 1)];
        change[p] = FMA(fused, gradient, before, change[p]);
        after = FMA(fused, gradient, x[p], after);
      }
      negatives[k][i] = after;
    }
    // Two pairs may have the same centre: its row is read again for each.
    for (size_t p = 0; p < VK_GROUP; p++) u[p][i] += masked ? change[p] * moves[p] : change[p];
  }
}

INLINE void group(const int fused, const int masked, eight *const *u, eight *const *v,
                  const size_t pair_count, eight *const *negatives, const size_t negative_count,
                  const size_t width, const float rate, const float *moves) {
  const size_t count = negative_count + 1;
  float gradients[VK_GROUP * VK_MAX_TARGETS] __attribute__((aligned(64)));
  for (size_t p = 0; p < VK_GROUP; p += 2) {
    float *scores = gradients + SCORE(count, p, 0);
    const eight *v0[6] = {v[p]}, *v1[6] = {v[p + 1]};
    for (size_t first = 0; first < count;) {
      const size_t left = count - first;
      const size_t here = left < 6 ? left : 6;
      for (size_t k = first == 0; k < here; k++) v0[k] = v1[k] = negatives[first + k - 1];
      if (here == 6)
        score(fused, u[p], u[p + 1], v0, v1, 6, width, scores + 2 * first);
      else
        score(fused, u[p], u[p + 1], v0, v1, here, width, scores + 2 * first);
      first += here;
    }
  }
  for (size_t k = 0; k < SCORE(count, VK_GROUP, 0); k += VK_LANES)
    sigmoid(fused, (lanes *)(gradients + k));

  for (size_t p = 0; p < VK_GROUP; p++) {
    const float share = p < pair_count ? rate : 0;
    float *gradient = gradients + SCORE(count, p, 0);
    gradient[0] = (1 - gradient[0]) * share;
    for (size_t k = 0; k < negative_count; k++)
      gradient[2 * k + 2] = negatives[k] == v[p] ? 0 : (0 - gradient[2 * k + 2]) * share;
  }
  update(fused, masked, u, v, negatives, negative_count, width, gradients, moves);
}

INLINE void steps(const int fused, const int masked, const vk_blocks blocks, const uint32_t *pairs,
                  const size_t pair_count, const uint32_t *drawn, const size_t negative_count,
                  const float rate) {
  const size_t stride = blocks.stride, row_size = stride * sizeof(float);
  float *const centres = blocks.centres, *const contexts = blocks.contexts;
  // What fits a core's cache is there anyway.
  const int far = (blocks.centre_count + blocks.context_count) * row_size > 1 << 20;
  eight *u[VK_GROUP], *v[VK_GROUP], *negatives[VK_MAX_TARGETS];
  float moves[VK_GROUP] = {1, 1, 1, 1};
  const size_t group_count = (pair_count + VK_GROUP - 1) / VK_GROUP;
  for (size_t g = 0; g < group_count; g++) {
    if (far && g + 1 < group_count) {
      for (size_t next = g + 1; next < pair_count; next += group_count) {
        prefetch(centres + (pairs[next] >> 16) * stride, row_size);
        prefetch(contexts + (pairs[next] & 0xffff) * stride, row_size);
      }
      for (size_t k = 0; k < negative_count; k++)
        prefetch(contexts + drawn[negative_count + k] * stride, row_size);
    }
    size_t count = 0;
    for (size_t p = 0; p < VK_GROUP; p++) {
      const size_t place = g + p * group_count;
      // A group that is not full repeats its first pair, with gradients of zero.
      const uint32_t pair = pairs[place < pair_count ? place : g];
      count += place < pair_count;
      u[p] = (eight *)(centres + (pair >> 16) * stride);
      v[p] = (eight *)(contexts + (pair & 0xffff) * stride);
      if (masked) moves[p] = blocks.frozen[pair >> 16] ? 0 : 1;
    }
    for (size_t k = 0; k < negative_count; k++)
      negatives[k] = (eight *)(contexts + drawn[k] * stride);
    group(fused, masked, u, v, count, negatives, negative_count, stride / 8, rate, moves);
    drawn += negative_count;
  }
}

// Five negatives are the default of the field, and worth a copy of the loop of their own.
#define STEPS(fused)                                                                               \
  if (blocks.frozen)                                                                               \
    steps(fused, 1, blocks, pairs, pair_count, negatives, negative_count, rate);                   \
  else if (negative_count == 5)                                                                    \
    steps(fused, 0, blocks, pairs, pair_count, negatives, 5, rate);                                \
  else                                                                                             \
    steps(fused, 0, blocks, pairs, pair_count, negatives, negative_count, rate)

#define PARAMETERS                                                                                 \
  vk_blocks blocks, const uint32_t *pairs, size_t pair_count, const uint32_t *negatives,           \
      size_t negative_count, float rate
#define ARGUMENTS blocks, pairs, pair_count, negatives, negative_count, rate

#if defined(__x86_64__)
__attribute__((target("arch=x86-64-v4"))) static void skip_gram_v4(PARAMETERS) { STEPS(1); }
__attribute__((target("arch=x86-64-v3"))) static void skip_gram_v3(PARAMETERS) { STEPS(1); }
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

double vk_skip_gram_loss(vk_blocks blocks, const uint32_t *pairs, size_t pair_count,
                         const uint32_t *negatives, size_t negative_count) {
  const size_t group_count = (pair_count + VK_GROUP - 1) / VK_GROUP;
  double loss = 0;
  for (size_t p = 0; p < pair_count; p++) {
    const float *u = blocks.centres + (pairs[p] >> 16) * blocks.stride;
    const uint32_t context = pairs[p] & 0xffff;
    for (size_t k = 0; k <= negative_count; k++) {
      const uint32_t target =
          k == 0 ? context : negatives[p % group_count * negative_count + k - 1];
      if (k > 0 && target == context) continue;
      const float *v = blocks.contexts + target * blocks.stride;
      const double score = precise_product(u, v, blocks.stride);
      loss += softplus(k == 0 ? -score : score);
    }
  }
  return loss;
}
