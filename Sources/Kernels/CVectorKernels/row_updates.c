#pragma STDC FP_CONTRACT OFF

#include "dispatch.h"
#include "rows.h"

// How many groups ahead of their use the vectors of a group are asked for.
enum { groups_ahead = 6 };

INLINE void add_to(float *sum, const vk_gradient g, const size_t k, const bool is_first) {
  const float *value = g.values + (size_t)g.sources[k] * g.width;
  const lanes scale = (lanes){} + (g.scales ? g.scales[k] : 1.0f);
  FOR_LANES(g.width, {
    lanes x = load(value + i, n);
    if (g.scales) x *= scale;
    store(sum + i, is_first ? x : load(sum + i, n) + x, n);
  });
}

INLINE void sum_group(const vk_gradient g, const size_t group, float *sum) {
  add_to(sum, g, g.starts[group], true);
  for (size_t k = g.starts[group] + 1; k < g.starts[group + 1]; k++) add_to(sum, g, k, false);
}

// The group's sum, where it stands or in `scratch`.
INLINE const float *group_sum(const vk_gradient g, const size_t group, float *scratch) {
  if (!g.scales && g.starts[group + 1] - g.starts[group] == 1)
    return g.values + (size_t)g.sources[g.starts[group]] * g.width;
  sum_group(g, group, scratch);
  return scratch;
}

INLINE void prefetch_group(const vk_gradient g, const size_t group, const size_t last) {
  if (group >= last) return;
  for (size_t k = g.starts[group]; k < g.starts[group + 1]; k++) {
    if (k - g.starts[group] == 4) break;
    prefetch(g.values + (size_t)g.sources[k] * g.width, g.width * sizeof(float));
  }
}

INLINE void sum_groups(const vk_gradient gradient, const size_t first, const size_t last,
                       const vk_rows output, const bool by_group) {
  for (size_t group = first; group < last; group++) {
    prefetch_group(gradient, group + groups_ahead, last);
    const size_t row = by_group ? group : gradient.rows[group];
    sum_group(gradient, group, output.base + row * output.stride);
  }
}

VK_DISPATCHED(void, sum_groups,
              (const vk_gradient gradient, const size_t first, const size_t last,
               const vk_rows output, const bool by_group),
              (gradient, first, last, output, by_group))

INLINE float *row_of(const vk_rows table, const size_t row) {
  return table.base + row * table.stride;
}

// The gradient of a group's row, but for its sign.
INLINE const float *gradient_of(const vk_step step, const size_t group) {
  prefetch_group(step.gradient, group + groups_ahead, step.last);
  return group_sum(step.gradient, group, step.scratch);
}

INLINE lanes root(const lanes x) { return __builtin_elementwise_sqrt(x); }

INLINE void descend(const vk_step step, const vk_rows table, const float rate) {
  for (size_t group = step.first; group < step.last; group++) {
    const float *gradient = gradient_of(step, group);
    float *w = row_of(table, step.gradient.rows[group]);
    FOR_LANES(table.width, {
      const lanes g = load(gradient + i, n) * step.sign;
      store(w + i, load(w + i, n) - g * rate, n);
    });
  }
}

VK_DISPATCHED(void, descend, (const vk_step step, const vk_rows table, const float rate),
              (step, table, rate))

INLINE void adagrad(const vk_step step, const vk_rows table, const vk_rows sums, const float rate,
                    const float epsilon) {
  for (size_t group = step.first; group < step.last; group++) {
    const float *gradient = gradient_of(step, group);
    const size_t row = step.gradient.rows[group];
    float *w = row_of(table, row), *s = row_of(sums, row);
    FOR_LANES(table.width, {
      const lanes g = load(gradient + i, n) * step.sign;
      const lanes sum = load(s + i, n) + g * g;
      store(s + i, sum, n);
      store(w + i, load(w + i, n) - g / (root(sum) + epsilon) * rate, n);
    });
  }
}

VK_DISPATCHED(void, adagrad,
              (const vk_step step, const vk_rows table, const vk_rows sums, const float rate,
               const float epsilon),
              (step, table, sums, rate, epsilon))

INLINE void row_wise_adagrad(const vk_step step, const vk_rows table, float *sums,
                             const float rate, const float epsilon) {
  for (size_t group = step.first; group < step.last; group++) {
    const float *gradient = gradient_of(step, group);
    const size_t row = step.gradient.rows[group];
    lanes squares = (lanes){};
    FOR_LANES(table.width, {
      const lanes g = load(gradient + i, n);
      squares += g * g;
    });
    sums[row] += sum_of(squares) / (float)table.width;
    const float row_rate = rate / (__builtin_sqrtf(sums[row]) + epsilon);
    float *w = row_of(table, row);
    FOR_LANES(table.width, {
      const lanes g = load(gradient + i, n) * step.sign;
      store(w + i, load(w + i, n) - g * row_rate, n);
    });
  }
}

VK_DISPATCHED(void, row_wise_adagrad,
              (const vk_step step, const vk_rows table, float *sums, const float rate,
               const float epsilon),
              (step, table, sums, rate, epsilon))

INLINE void sparse_adam(const vk_step step, const vk_rows table, const vk_rows first_moments,
                        const vk_rows second_moments, const float c1, const float c2,
                        const float rate, const float epsilon) {
  for (size_t group = step.first; group < step.last; group++) {
    const float *gradient = gradient_of(step, group);
    const size_t row = step.gradient.rows[group];
    float *w = row_of(table, row), *m = row_of(first_moments, row),
          *v = row_of(second_moments, row);
    FOR_LANES(table.width, {
      const lanes g = load(gradient + i, n) * step.sign;
      lanes mean = load(m + i, n), square = load(v + i, n);
      mean += (g - mean) * c1;
      square += (g * g - square) * c2;
      store(m + i, mean, n);
      store(v + i, square, n);
      store(w + i, load(w + i, n) - mean / (root(square) + epsilon) * rate, n);
    });
  }
}

VK_DISPATCHED(void, sparse_adam,
              (const vk_step step, const vk_rows table, const vk_rows first_moments,
               const vk_rows second_moments, const float c1, const float c2, const float rate,
               const float epsilon),
              (step, table, first_moments, second_moments, c1, c2, rate, epsilon))
