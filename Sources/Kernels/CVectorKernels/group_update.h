// Included once for each type VECTOR that rows are taken apart into, to define UPDATE: a wide one
// where registers are many and wide, a narrow one where they are few. Every element gets the same
// operations.

// Moves the rows of a group, and meanwhile asks for the rows of a `next` one, a line of each row at
// a time, as the caches take them. `negative_count` and `masked` are constants in the common case,
// so that the loops over them unroll.
INLINE void UPDATE(const bool fused, const bool masked, const size_t negative_count,
                   const size_t stride, float *const *rows, const float *gradients,
                   const float *moves, float *const *next) {
  float *const *u = rows, *const *v = u + VK_GROUP, *const *negatives = v + VK_GROUP;
  enum { lane_count = sizeof(VECTOR) / sizeof(float) };
  VECTOR gradient[VK_MAX_TARGETS][VK_GROUP];
  for (size_t k = 0; k <= negative_count; k++)
    for (size_t p = 0; p < VK_GROUP; p++)
      for (size_t lane = 0; lane < lane_count; lane++)
        gradient[k][p][lane] = gradients[place_in_scores(p, k)];
  for (size_t i = 0; i < stride; i += lane_count) {
    if (i * sizeof(float) % cache_line == 0)
      for (size_t k = 0; k < 2 * VK_GROUP + negative_count; k++)
        __builtin_prefetch(next[k] + i, 1, 3);
    VECTOR x[VK_GROUP], change[VK_GROUP];
    for (size_t p = 0; p < VK_GROUP; p++) x[p] = *(const VECTOR *)(u[p] + i);
    for (size_t p = 0; p < VK_GROUP; p++) {
      VECTOR *context = (VECTOR *)(v[p] + i);
      const VECTOR before = *context;
      change[p] = gradient[0][p] * before;
      *context = FMA(fused, gradient[0][p], x[p], before);
    }
    for (size_t k = 0; k < negative_count; k++) {
      VECTOR *negative = (VECTOR *)(negatives[k] + i);
      const VECTOR before = *negative;
      VECTOR after = before;
      for (size_t p = 0; p < VK_GROUP; p++) {
        change[p] = FMA(fused, gradient[k + 1][p], before, change[p]);
        after = FMA(fused, gradient[k + 1][p], x[p], after);
      }
      *negative = after;
    }
    // Two pairs may have the same center: its row is read again for each.
    for (size_t p = 0; p < VK_GROUP; p++)
      *(VECTOR *)(u[p] + i) += masked ? change[p] * moves[p] : change[p];
  }
}

#undef VECTOR
#undef UPDATE
