// The step that `skip_gram_reference.c` defines, fast: vectors of sixteen floats, sums in
// registers, rows asked for before their turn.
//
// The floating-point operations are those that are written: nothing is reassociated or fused
// unless it says so.
#pragma STDC FP_CONTRACT OFF

#include "dispatch.h"
#include "lanes.h"

// How many groups are scored before the first of them moves: while a processor waits for the
// sigmoids of one, it has the other's to do.
enum { groups_at_once = 2 };

// What a call is about. The numbers that loops run to are constants in the common case.
typedef struct {
  vk_blocks blocks;
  const uint32_t *pairs;
  size_t pair_count, group_count;
  const uint32_t *negatives;
  size_t negative_count;
  float rate, weight;
} batch;

// The rows of a group: of its pairs' centers, of their contexts, and of the negatives they share.
typedef float *group_rows[2 * VK_GROUP + VK_MAX_TARGETS];

// The scores of a group, and then their gradients: sixteen numbers for each four targets, four of
// each pair. The first target is the pair's context, the others are the negatives.
typedef lanes group_scores[VK_MAX_TARGETS / 4];

INLINE size_t place_in_scores(const size_t pair, const size_t target) {
  return target / 4 * VK_LANES + pair * 4 + target % 4;
}

#define VECTOR lanes
#define UPDATE update_lanes
#include "group_update.h"
#define VECTOR eight
#define UPDATE update_eight
#include "group_update.h"

// Loops ask for full groups, and for some behind the last group. What is missing is filled with
// repeats, which have no pair and get gradients of zero: a group that is not full repeats its first
// pair, and a group behind the last repeats the last.
INLINE bool has_pair(const batch all, const size_t group, const size_t p) {
  return group < all.group_count && group + p * all.group_count < all.pair_count;
}

INLINE size_t number_of(const batch all, const size_t group) {
  return group < all.group_count ? group : all.group_count - 1;
}

INLINE uint32_t pair_of(const batch all, const size_t group, const size_t p) {
  const size_t first = number_of(all, group), place = first + p * all.group_count;
  return all.pairs[place < all.pair_count ? place : first];
}

INLINE const uint32_t *negatives_of(const batch all, const size_t group) {
  return all.negatives + number_of(all, group) * all.negative_count;
}

INLINE void find_rows(const batch all, const size_t group, float **rows) {
  const size_t stride = all.blocks.stride;
  for (size_t p = 0; p < VK_GROUP; p++) {
    const uint32_t pair = pair_of(all, group, p);
    rows[p] = all.blocks.centers + (pair >> 16) * stride;
    rows[VK_GROUP + p] = all.blocks.contexts + (pair & 0xffff) * stride;
  }
  const uint32_t *negatives = negatives_of(all, group);
  for (size_t k = 0; k < all.negative_count; k++)
    rows[2 * VK_GROUP + k] = all.blocks.contexts + negatives[k] * stride;
}

INLINE void find_groups(const batch all, const size_t first, group_rows *rows) {
  for (size_t t = 0; t < groups_at_once; t++) find_rows(all, first + t, rows[t]);
}

// Adds the two halves of `a`, and those of `b`, and puts the sums side by side. A half of each
// stays where it is and the other comes to it: half the shuffles of putting both in order.
INLINE lanes fold_halves(const lanes a, const lanes b) {
  return __builtin_shufflevector(a, b, 0, 1, 2, 3, 4, 5, 6, 7, 24, 25, 26, 27, 28, 29, 30, 31) +
         __builtin_shufflevector(a, b, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22,
                                 23);
}

// The same for the quarters of each half, and so on.
INLINE lanes fold_quarters(const lanes a, const lanes b) {
  return __builtin_shufflevector(a, b, 0, 1, 2, 3, 20, 21, 22, 23, 8, 9, 10, 11, 28, 29, 30, 31) +
         __builtin_shufflevector(a, b, 4, 5, 6, 7, 16, 17, 18, 19, 12, 13, 14, 15, 24, 25, 26, 27);
}

INLINE lanes fold_eighths(const lanes a, const lanes b) {
  return __builtin_shufflevector(a, b, 0, 1, 18, 19, 4, 5, 22, 23, 8, 9, 26, 27, 12, 13, 30, 31) +
         __builtin_shufflevector(a, b, 2, 3, 16, 17, 6, 7, 20, 21, 10, 11, 24, 25, 14, 15, 28, 29);
}

INLINE lanes fold_singles(const lanes a, const lanes b) {
  return __builtin_shufflevector(a, b, 0, 17, 2, 19, 4, 21, 6, 23, 8, 25, 10, 27, 12, 29, 14, 31) +
         __builtin_shufflevector(a, b, 1, 16, 3, 18, 5, 20, 7, 22, 9, 24, 11, 26, 13, 28, 15, 30);
}

// Sixteen sums at once, of four targets for each of four pairs: those of a target's pairs are
// folded into quarters of a vector, and then the quarters of four targets into one vector.
INLINE lanes sum_targets(const lanes *sums) {
  lanes quarters[4];
  for (size_t k = 0; k < 4; k++) {
    const lanes *of = sums + VK_GROUP * k;
    quarters[k] = fold_quarters(fold_halves(of[0], of[2]), fold_halves(of[1], of[3]));
  }
  return fold_singles(fold_eighths(quarters[0], quarters[2]),
                      fold_eighths(quarters[1], quarters[3]));
}

INLINE lanes at(const float *row, const size_t i) { return *(const lanes *)(row + i); }

// The scores of four pairs with their contexts and negatives, `pairs_at_once` and
// `targets_at_once`: as many sums as the registers hold.
INLINE void score(const bool fused, const size_t pairs_at_once, const size_t targets_at_once,
                  const batch all, float *const *rows, lanes *scores) {
  float *const *u = rows, *const *v = u + VK_GROUP, *const *negatives = v + VK_GROUP;
  const size_t count = all.negative_count + 1, padded_count = (count + 3) / 4 * 4;
  lanes sums[VK_GROUP * VK_MAX_TARGETS];
  for (size_t k = 0; k < VK_GROUP * padded_count; k++) sums[k] = (lanes){};
  for (size_t first = 0; first < count; first += targets_at_once) {
    const size_t end = first + targets_at_once < count ? first + targets_at_once : count;
    for (size_t p = 0; p < VK_GROUP; p += pairs_at_once)
      for (size_t i = 0; i < all.blocks.stride; i += VK_LANES)
        for (size_t k = first; k < end; k++)
          for (size_t q = p; q < p + pairs_at_once; q++) {
            lanes *sum = sums + VK_GROUP * k + q;
            *sum = FMA(fused, at(u[q], i), at(k == 0 ? v[q] : negatives[k - 1], i), *sum);
          }
  }
  for (size_t k = 0; k < count; k += 4) scores[k / 4] = sum_targets(sums + VK_GROUP * k);
}

// Sixteen numbers, four of each pair, from one for each pair, and from one for each of four
// targets: integers or floats.
#define BY_PAIR(x) __builtin_shufflevector((x), (x), 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3)
#define BY_TARGET(x)                                                                               \
  __builtin_shufflevector((x), (x), 0, 1, 2, 3, 0, 1, 2, 3, 0, 1, 2, 3, 0, 1, 2, 3)

// Turns the scores of a group into the factors of its changes: rate * (label - sigmoid), for a
// negative times the weight, and 0 where it is the pair's own context.
INLINE void turn_into_gradients(const bool fused, const batch all, const size_t group,
                                lanes *scores) {
  const uint32_t *negatives = negatives_of(all, group);
  quarter_ints contexts;
  quarter_lanes rates;
  for (size_t p = 0; p < VK_GROUP; p++) {
    contexts[p] = (int32_t)(pair_of(all, group, p) & 0xffff);
    rates[p] = has_pair(all, group, p) ? all.rate : 0;
  }
  const int_lanes own = BY_PAIR(contexts);
  const lanes shares = BY_PAIR(rates), weighted = shares * ((lanes){} + all.weight);
  const quarter_lanes weights = {1, all.weight, all.weight, all.weight};
  const lanes with_context = shares * BY_TARGET(weights);
  for (size_t k = 0; k <= all.negative_count; k += 4) {
    quarter_ints targets = {-1, -1, -1, -1};
    for (size_t n = k == 0; n < 4 && k + n <= all.negative_count; n++)
      targets[n] = (int32_t)negatives[k + n - 1];
    const quarter_lanes labels = {k == 0, 0, 0, 0};
    lanes *four = scores + k / 4;
    sigmoid(fused, four);
    const lanes gradient = (BY_TARGET(labels) - *four) * (k == 0 ? with_context : weighted);
    *four = (lanes)((int_lanes)gradient & (own != BY_TARGET(targets)));
  }
}

// Moves a group, whose frozen rows a mask of `moves` holds, and asks for the rows of the next.
INLINE void update(const bool fused, const bool wide, const bool masked, const batch all,
                   const size_t group, float *const *rows, const lanes *gradients,
                   float *const *next) {
  float moves[VK_GROUP] = {1, 1, 1, 1};
  if (masked)
    for (size_t p = 0; p < VK_GROUP; p++)
      moves[p] = all.blocks.frozen[pair_of(all, group, p) >> 16] ? 0 : 1;
  if (wide)
    update_lanes(fused, masked, all.negative_count, all.blocks.stride, rows,
                 (const float *)gradients, moves, next);
  else
    update_eight(fused, masked, all.negative_count, all.blocks.stride, rows,
                 (const float *)gradients, moves, next);
}

// The loop over all groups, two at a time.
INLINE void steps(const bool fused, const bool wide, const bool masked, const batch all) {
  if (all.group_count == 0) return;
  // Rows are asked for two turns ahead: from beyond a core's own caches they take more than one,
  // and those of three turns are what its first cache has room for.
  group_rows rows[3][groups_at_once], *current = rows[0], *soon = rows[1], *next = rows[2];
  group_scores scores[groups_at_once];
  find_groups(all, 0, current);
  find_groups(all, groups_at_once, soon);
  for (size_t group = 0; group < all.group_count; group += groups_at_once) {
    find_groups(all, group + 2 * groups_at_once, next);
    for (size_t t = 0; t < groups_at_once; t++)
      score(fused, wide ? 4 : 2, wide ? 6 : 3, all, current[t], scores[t]);
    for (size_t t = 0; t < groups_at_once; t++)
      turn_into_gradients(fused, all, group + t, scores[t]);
    for (size_t t = 0; t < groups_at_once; t++)
      update(fused, wide, masked, all, group + t, current[t], scores[t], next[t]);
    group_rows *const done = current;
    current = soon, soon = next, next = done;
  }
}

INLINE batch with_constants(batch all, const size_t stride, const size_t negative_count) {
  all.blocks.stride = stride;
  all.negative_count = negative_count;
  return all;
}

INLINE void skip_gram(const vk_instruction_set set, const vk_blocks blocks, const uint32_t *pairs,
                      const size_t pair_count, const uint32_t *negatives,
                      const size_t negative_count, const float rate, const float weight) {
  const bool fused = is_fused(set), wide = set == vk_avx512;
  const batch all = {.blocks = blocks,
                     .pairs = pairs,
                     .pair_count = pair_count,
                     .group_count = (pair_count + VK_GROUP - 1) / VK_GROUP,
                     .negatives = negatives,
                     .negative_count = negative_count,
                     .rate = rate,
                     .weight = weight};
  // The defaults of the field, 128 dimensions and five negatives, of which three are drawn, are
  // worth copies of the loop.
  if (blocks.frozen && negative_count == 3)
    steps(fused, wide, true, with_constants(all, blocks.stride, 3));
  else if (blocks.frozen)
    steps(fused, wide, true, all);
  else if (negative_count == 3 && blocks.stride == 128)
    steps(fused, wide, false, with_constants(all, 128, 3));
  else if (negative_count == 3)
    steps(fused, wide, false, with_constants(all, blocks.stride, 3));
  else
    steps(fused, wide, false, all);
}

VK_DISPATCHED(void, skip_gram,
              (const vk_blocks blocks, const uint32_t *pairs, const size_t pair_count,
               const uint32_t *negatives, const size_t negative_count, const float rate,
               const float weight),
              (blocks, pairs, pair_count, negatives, negative_count, rate, weight), set)
