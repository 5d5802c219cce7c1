#pragma STDC FP_CONTRACT OFF

#include "losses.h"

double vk_skip_gram_loss(vk_blocks blocks, const uint32_t *pairs, size_t pair_count,
                         const uint32_t *negatives, size_t negative_count) {
  const size_t group_count = (pair_count + VK_GROUP - 1) / VK_GROUP;
  double loss = 0;
  for (size_t p = 0; p < pair_count; p++) {
    const float *u = blocks.centers + (pairs[p] >> 16) * blocks.stride;
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
