// The skip-gram step in plain loops. This is its definition; `skip_gram.c` does the same, fast.
#include "CVectorKernels.h"
#include <math.h>

// A group of pairs: what is added to each row is its gradients times the rows of the other side.
typedef struct {
  size_t pair_count, target_count;
  float *centers[VK_GROUP];
  bool moves[VK_GROUP];                       // whether the center is not frozen
  float *targets[VK_GROUP + VK_MAX_TARGETS];  // each pair's context, then the shared negatives
  float gradients[VK_GROUP + VK_MAX_TARGETS][VK_GROUP];
} group;

static float label_minus_sigmoid(float label, const float *u, const float *v, size_t stride) {
  double score = 0;
  for (size_t i = 0; i < stride; i++) score += (double)u[i] * v[i];
  return (float)(label - 1 / (1 + exp(-score)));
}

static void move(const group *g, size_t stride) {
  for (size_t i = 0; i < stride; i++) {
    float before[VK_GROUP], change[VK_GROUP] = {0};
    for (size_t p = 0; p < g->pair_count; p++) before[p] = g->centers[p][i];
    for (size_t t = 0; t < g->target_count; t++) {
      const float target = g->targets[t][i];
      for (size_t p = 0; p < g->pair_count; p++) {
        change[p] += g->gradients[t][p] * target;
        g->targets[t][i] += g->gradients[t][p] * before[p];
      }
    }
    for (size_t p = 0; p < g->pair_count; p++)
      if (g->moves[p]) g->centers[p][i] += change[p];
  }
}

void vk_skip_gram_reference(vk_blocks b, const uint32_t *pairs, size_t pair_count,
                            const uint32_t *negatives, size_t negative_count, float rate,
                            float weight) {
  const size_t group_count = (pair_count + VK_GROUP - 1) / VK_GROUP;
  for (size_t first = 0; first < group_count; first += 2) {
    group two[2] = {0};
    for (size_t n = first; n < first + 2 && n < group_count; n++) {
      group *g = &two[n - first];
      for (size_t i = n; i < pair_count; i += group_count, g->pair_count++) {
        g->centers[g->pair_count] = b.centers + (pairs[i] >> 16) * b.stride;
        g->moves[g->pair_count] = !b.frozen || !b.frozen[pairs[i] >> 16];
        g->targets[g->target_count++] = b.contexts + (pairs[i] & 0xffff) * b.stride;
      }
      for (size_t k = n * negative_count; k < (n + 1) * negative_count; k++)
        g->targets[g->target_count++] = b.contexts + negatives[k] * b.stride;
      for (size_t t = 0; t < g->target_count; t++)
        for (size_t p = 0; p < g->pair_count; p++) {
          const float *u = g->centers[p], *v = g->targets[t], *context = g->targets[p];
          const float share = t == p ? 1 : t >= g->pair_count && v != context ? weight : 0;
          g->gradients[t][p] = rate * share * label_minus_sigmoid(t == p, u, v, b.stride);
        }
    }
    for (size_t n = 0; n < 2; n++) move(&two[n], b.stride);
  }
}
