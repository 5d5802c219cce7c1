// The floating-point operations are those that are written: nothing is reassociated or fused
// unless it says so.
#pragma STDC FP_CONTRACT OFF

#include "dispatch.h"
#include "lanes.h"

#include <math.h>

// Scores and gradients of a group: sixteen numbers for each four targets, four of each pair.
#define SCORE(pair, target) ((target) / 4 * VK_LANES + (pair) * 4 + (target) % 4)

// How many groups are scored before the first of them moves: while a processor waits for the sigmoids
// of one, it has the other's to do.
#define AT_ONCE 2

// The rows of a group: of its pairs' centres, of their contexts, and of the negatives they share.
typedef float *group_rows[2 * VK_GROUP + VK_MAX_TARGETS];

#define VECTOR lanes
#include "group_update.h"
#define VECTOR eight
#include "group_update.h"

// Sixteen sums at once, of four targets for each of four pairs: those of a target's pairs are folded
// into quarters of a vector, and then the quarters of four targets into one vector. A half of each
// sum stays where it is and the other comes to its side: half the shuffles of putting both in order.
INLINE void sum_targets(const lanes *sums, lanes *scores) {
#define FOLD(a, b, stay, come)                                                                     \
  (__builtin_shufflevector((a), (b), stay) + __builtin_shufflevector((a), (b), come))
#define STAY_8 0, 1, 2, 3, 4, 5, 6, 7, 24, 25, 26, 27, 28, 29, 30, 31
#define COME_8 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23
#define STAY_4 0, 1, 2, 3, 20, 21, 22, 23, 8, 9, 10, 11, 28, 29, 30, 31
#define COME_4 4, 5, 6, 7, 16, 17, 18, 19, 12, 13, 14, 15, 24, 25, 26, 27
#define STAY_2 0, 1, 18, 19, 4, 5, 22, 23, 8, 9, 26, 27, 12, 13, 30, 31
#define COME_2 2, 3, 16, 17, 6, 7, 20, 21, 10, 11, 24, 25, 14, 15, 28, 29
#define STAY_1 0, 17, 2, 19, 4, 21, 6, 23, 8, 25, 10, 27, 12, 29, 14, 31
#define COME_1 1, 16, 3, 18, 5, 20, 7, 22, 9, 24, 11, 26, 13, 28, 15, 30
  lanes quarters[4];
  for (size_t k = 0; k < 4; k++) {
    const lanes *of = sums + VK_GROUP * k;
    const lanes even = FOLD(of[0], of[2], STAY_8, COME_8);
    const lanes odd = FOLD(of[1], of[3], STAY_8, COME_8);
    quarters[k] = FOLD(even, odd, STAY_4, COME_4);
  }
  const lanes even = FOLD(quarters[0], quarters[2], STAY_2, COME_2);
  const lanes odd = FOLD(quarters[1], quarters[3], STAY_2, COME_2);
  *scores = FOLD(even, odd, STAY_1, COME_1);
}

// The scores of four pairs with their contexts and negatives, `pairs_at_once` and `targets_at_once`:
// as many sums as the registers hold.
INLINE void score(const bool fused, const size_t pairs_at_once, const size_t targets_at_once,
                  float *const *rows, const size_t negative_count, const size_t stride,
                  lanes *scores) {
  float *const *u = rows, *const *v = u + VK_GROUP, *const *negatives = v + VK_GROUP;
#define AT(row) (*(const lanes *)((row) + i))
  const size_t count = negative_count + 1, padded_count = (count + 3) / 4 * 4;
  lanes sums[VK_GROUP * VK_MAX_TARGETS];
  for (size_t k = 0; k < VK_GROUP * padded_count; k++) sums[k] = (lanes){};
  for (size_t first = 0; first < count; first += targets_at_once) {
    const size_t end = first + targets_at_once < count ? first + targets_at_once : count;
    for (size_t p = 0; p < VK_GROUP; p += pairs_at_once)
      for (size_t i = 0; i < stride; i += VK_LANES)
        for (size_t k = first; k < end; k++)
          for (size_t q = p; q < p + pairs_at_once; q++) {
            lanes *sum = sums + VK_GROUP * k + q;
            *sum = FMA(fused, AT(u[q]), AT(k == 0 ? v[q] : negatives[k - 1]), *sum);
          }
  }
  for (size_t k = 0; k < count; k += 4) sum_targets(sums + VK_GROUP * k, scores + k / 4);
#undef AT
}

INLINE void find(const vk_blocks blocks, const size_t stride, const uint32_t *pairs,
                 const size_t pair_count, const size_t group, const uint32_t *drawn,
                 const size_t negative_count, float **rows) {
  const size_t group_count = (pair_count + VK_GROUP - 1) / VK_GROUP;
  for (size_t p = 0; p < VK_GROUP; p++) {
    const size_t place = group + p * group_count;
    // A group that is not full repeats its first pair, with gradients of zero.
    const uint32_t pair = pairs[place < pair_count ? place : group];
    rows[p] = blocks.centres + (pair >> 16) * stride;
    rows[VK_GROUP + p] = blocks.contexts + (pair & 0xffff) * stride;
  }
  for (size_t k = 0; k < negative_count; k++)
    rows[2 * VK_GROUP + k] = blocks.contexts + drawn[group * negative_count + k] * stride;
}

// Turns the scores of a group into the factors of its changes.
INLINE void differentiate(const bool fused, const uint32_t *pairs, const size_t pair_count,
                          const size_t group, const uint32_t *drawn, const size_t negative_count,
                          const float rate, const float weight, lanes *scores) {
#define FOR_EACH_PAIR(x)                                                                           \
  __builtin_shufflevector((x), (x), 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3)
#define FOR_ALL_PAIRS(x)                                                                           \
  __builtin_shufflevector((x), (x), 0, 1, 2, 3, 0, 1, 2, 3, 0, 1, 2, 3, 0, 1, 2, 3)
  const size_t group_count = (pair_count + VK_GROUP - 1) / VK_GROUP;
  quarter_ints contexts;
  quarter_lanes rates;
  for (size_t p = 0; p < VK_GROUP; p++) {
    const size_t place = group + p * group_count;
    contexts[p] = (int32_t)(pairs[place < pair_count ? place : group] & 0xffff);
    rates[p] = place < pair_count ? rate : 0;
  }
  const int_lanes own = FOR_EACH_PAIR(contexts);
  const lanes shares = FOR_EACH_PAIR(rates), weighted = shares * ((lanes){} + weight);
  const quarter_lanes weights = {1, weight, weight, weight};
  const lanes with_context = shares * FOR_ALL_PAIRS(weights);
  for (size_t k = 0; k <= negative_count; k += 4) {
    quarter_ints targets = {-1, -1, -1, -1};
    for (size_t n = k == 0; n < 4 && k + n <= negative_count; n++)
      targets[n] = (int32_t)drawn[group * negative_count + k + n - 1];
    const quarter_lanes labels = {k == 0, 0, 0, 0};
    lanes *four = scores + k / 4;
    sigmoid(fused, four);
    const lanes gradient = (FOR_ALL_PAIRS(labels) - *four) * (k == 0 ? with_context : weighted);
    *four = (lanes)((int_lanes)gradient & (own != FOR_ALL_PAIRS(targets)));
  }
}

INLINE void steps(const bool fused, const bool wide, const bool masked, const vk_blocks blocks,
                  const size_t stride, const uint32_t *pairs, const size_t pair_count,
                  const uint32_t *drawn, const size_t negative_count, const float rate,
                  const float weight) {
  const size_t group_count = (pair_count + VK_GROUP - 1) / VK_GROUP;
  // Rows are asked for two turns ahead: from beyond a core's own caches they take more than one, and
  // those of three turns are what its first cache has room for.
  group_rows rows[3][AT_ONCE], *current = rows[0], *soon = rows[1], *next = rows[2];
  lanes scores[AT_ONCE][VK_MAX_TARGETS / 4];
// The last group stands for those behind it, which do not move.
#define NUMBER(group) ((group) < group_count ? (group) : group_count - 1)
#define FOR_EACH(t) for (size_t t = 0; t < AT_ONCE; t++)
#define FIND(group, rows)                                                                          \
  FOR_EACH(t)                                                                                      \
  find(blocks, stride, pairs, pair_count, NUMBER((group) + t), drawn, negative_count, (rows)[t])
  if (group_count == 0) return;
  FIND(0, current);
  FIND(AT_ONCE, soon);
  for (size_t g = 0; g < group_count; g += AT_ONCE) {
    FIND(g + 2 * AT_ONCE, next);
    FOR_EACH(t)
    score(fused, wide ? 4 : 2, wide ? 6 : 3, current[t], negative_count, stride, scores[t]);
    FOR_EACH(t)
    differentiate(fused, pairs, pair_count, NUMBER(g + t), drawn, negative_count,
                  g + t < group_count ? rate : 0, weight, scores[t]);
    FOR_EACH(t) {
      float moves[VK_GROUP] = {1, 1, 1, 1};
      if (masked)
        for (size_t p = 0; p < VK_GROUP; p++)
          moves[p] = blocks.frozen[(size_t)(current[t][p] - blocks.centres) / stride] ? 0 : 1;
      const float *gradients = (const float *)scores[t];
      if (wide)
        update_lanes(fused, masked, current[t], negative_count, stride, gradients, moves, next[t]);
      else
        update_eight(fused, masked, current[t], negative_count, stride, gradients, moves, next[t]);
    }
    group_rows *const done = current;
    current = soon, soon = next, next = done;
  }
#undef NUMBER
#undef FOR_EACH
#undef FIND
}

INLINE void skip_gram(const vk_instruction_set set, const vk_blocks blocks, const uint32_t *pairs,
                      const size_t pair_count, const uint32_t *negatives,
                      const size_t negative_count, const float rate, const float weight) {
  const bool fused = is_fused(set), wide = set == vk_avx512;
  const size_t stride = blocks.stride;
  if (blocks.frozen)
    steps(fused, wide, true, blocks, stride, pairs, pair_count, negatives, negative_count, rate,
          weight);
  // The defaults of the field, 128 dimensions and five negatives, of which three are drawn, are
  // worth a copy of the loop.
  else if (negative_count == 3 && stride == 128)
    steps(fused, wide, false, blocks, 128, pairs, pair_count, negatives, 3, rate, weight);
  else if (negative_count == 3)
    steps(fused, wide, false, blocks, stride, pairs, pair_count, negatives, 3, rate, weight);
  else
    steps(fused, wide, false, blocks, stride, pairs, pair_count, negatives, negative_count, rate,
          weight);
}

VK_DISPATCHED(void, skip_gram,
              (const vk_blocks blocks, const uint32_t *pairs, const size_t pair_count,
               const uint32_t *negatives, const size_t negative_count, const float rate,
               const float weight),
              (blocks, pairs, pair_count, negatives, negative_count, rate, weight), set)

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
