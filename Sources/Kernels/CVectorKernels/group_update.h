// Included once for each type VECTOR that rows are taken apart into: a wide one where registers are
// many and wide, a narrow one where they are few. Every element gets the same operations.

#define PASTE(a, b) a##b
#define NAMED(a, b) PASTE(a, b)

// Moves the rows of a group, and meanwhile asks for the rows of a `next` one, a line of each row at a
// time, as the caches take them. `negative_count` and `masked` are constants in the common case, so
// that the loops over them unroll.
INLINE void NAMED(update_, VECTOR)(const bool fused, const bool masked, float *const *rows,
                                   const size_t negative_count, const size_t stride,
                                   const float *gradients, const float *moves,
                                   float *const *next) {
  float *const *u = rows, *const *v = u + VK_GROUP, *const *negatives = v + VK_GROUP;
  enum { lane_count = sizeof(VECTOR) / sizeof(float) };
  VECTOR gradient[VK_MAX_TARGETS][VK_GROUP];
  for (size_t k = 0; k <= negative_count; k++)
    for (size_t p = 0; p < VK_GROUP; p++)
      for (size_t lane = 0; lane < lane_count; lane++)
        gradient[k][p][lane] = gradients[SCORE(p, k)];
  for (size_t i = 0; i < stride; i += lane_count) {
    if (i * sizeof(float) % CACHE_LINE == 0)
      for (size_t k = 0; k < 2 * VK_GROUP + negative_count; k++)
        __builtin_prefetch(next[k] + i, 1, 3);
#define AT(row) (*(VECTOR *)((row) + i))
    VECTOR x[VK_GROUP], change[VK_GROUP];
    for (size_t p = 0; p < VK_GROUP; p++) x[p] = AT(u[p]);
    for (size_t p = 0; p < VK_GROUP; p++) {
      const VECTOR before = AT(v[p]);
      change[p] = gradient[0][p] * before;
      AT(v[p]) = FMA(fused, gradient[0][p], x[p], before);
    }
    for (size_t k = 0; k < negative_count; k++) {
      const VECTOR before = AT(negatives[k]);
      VECTOR after = before;
      for (size_t p = 0; p < VK_GROUP; p++) {
        change[p] = FMA(fused, gradient[k + 1][p], before, change[p]);
        after = FMA(fused, gradient[k + 1][p], x[p], after);
      }
      AT(negatives[k]) = after;
    }
    // Two pairs may have the same centre: its row is read again for each.
    for (size_t p = 0; p < VK_GROUP; p++) AT(u[p]) += masked ? change[p] * moves[p] : change[p];
#undef AT
  }
}

#undef NAMED
#undef PASTE
#undef VECTOR
