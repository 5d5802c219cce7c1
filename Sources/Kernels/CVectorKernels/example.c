// The floating-point operations are those that are written: nothing is reassociated or fused
// unless it says so.
#pragma STDC FP_CONTRACT OFF

#include "dispatch.h"
#include "losses.h"

INLINE float dot(const bool fused, const lanes *a, const lanes *b, const size_t width) {
  lanes sum = (lanes){};
  for (size_t i = 0; i < width; i++) sum = FMA(fused, a[i], b[i], sum);
  return sum_of(sum);
}

// Adds to a row's sum of squares and returns what its gradient is multiplied by.
INLINE float scaled(float rate, float *sum, float square) {
  *sum += square;
  return rate / (sqrtf(*sum) + 1e-10f);
}

INLINE void example(const vk_instruction_set set, const vk_tables tables,
                    const uint32_t *input_rows, const size_t input_count,
                    const uint32_t *target_rows, const size_t target_count,
                    const uint64_t labels, const float rate) {
  const bool fused = is_fused(set);
  const size_t stride = tables.stride, width = stride / VK_LANES;
  lanes *hidden = (lanes *)tables.scratch, *change = (lanes *)(tables.scratch + stride);
  const float share = 1.0f / (float)input_count;
  for (size_t i = 0; i < width; i++) hidden[i] = change[i] = (lanes){};
  for (size_t n = 0; n < input_count; n++) {
    const lanes *u = (const lanes *)(tables.inputs + input_rows[n] * stride);
    for (size_t i = 0; i < width; i++) hidden[i] += u[i];
  }
  for (size_t i = 0; i < width; i++) hidden[i] *= share;

  float gradients[VK_MAX_TARGETS] __attribute__((aligned(64)));
  for (size_t k = 0; k < target_count; k++)
    gradients[k] =
        dot(fused, hidden, (const lanes *)(tables.outputs + target_rows[k] * stride), width);
  for (size_t k = target_count; k % VK_LANES; k++) gradients[k] = 0;
  for (size_t k = 0; k < target_count; k += VK_LANES) sigmoid(fused, (lanes *)(gradients + k));
  for (size_t k = 0; k < target_count; k++)
    gradients[k] = (float)(labels >> k & 1) - gradients[k];

  const float square =
      tables.output_squares ? dot(fused, hidden, hidden, width) / (float)tables.dimensions : 0;
  for (size_t k = 0; k < target_count; k++) {
    const float gradient = gradients[k];
    const float step =
        gradient * (tables.output_squares ? scaled(rate, tables.output_squares + target_rows[k],
                                                   gradient * gradient * square)
                                          : rate);
    lanes *v = (lanes *)(tables.outputs + target_rows[k] * stride);
    const lanes gradients_k = (lanes){} + gradient, steps_k = (lanes){} + step;
    for (size_t i = 0; i < width; i++) {
      change[i] = FMA(fused, gradients_k, v[i], change[i]);
      v[i] = FMA(fused, steps_k, hidden[i], v[i]);
    }
  }

  for (size_t i = 0; i < width; i++) change[i] *= share;
  const float input_square =
      tables.input_squares ? dot(fused, change, change, width) / (float)tables.dimensions : 0;
  for (size_t n = 0; n < input_count; n++) {
    const uint32_t row = input_rows[n];
    if (tables.frozen && tables.frozen[row]) continue;
    const float step =
        tables.input_squares ? scaled(rate, tables.input_squares + row, input_square) : rate;
    lanes *u = (lanes *)(tables.inputs + row * stride);
    for (size_t i = 0; i < width; i++) u[i] = FMA(fused, (lanes){} + step, change[i], u[i]);
  }
}

VK_DISPATCHED(void, example,
              (const vk_tables tables, const uint32_t *input_rows, const size_t input_count,
               const uint32_t *target_rows, const size_t target_count, const uint64_t labels,
               const float rate),
              (tables, input_rows, input_count, target_rows, target_count, labels, rate), set)

INLINE double example_loss(const vk_tables tables, const uint32_t *input_rows,
                           const size_t input_count, const uint32_t *target_rows,
                           const size_t target_count, const uint64_t labels) {
  double loss = 0;
  for (size_t k = 0; k < target_count; k++) {
    const float *v = tables.outputs + target_rows[k] * tables.stride;
    double score = 0;
    for (size_t n = 0; n < input_count; n++) {
      const float *u = tables.inputs + input_rows[n] * tables.stride;
      score += precise_product(u, v, tables.stride);
    }
    score /= (double)input_count;
    loss += softplus(labels >> k & 1 ? -score : score);
  }
  return loss;
}

VK_DISPATCHED(double, example_loss,
              (const vk_tables tables, const uint32_t *input_rows, const size_t input_count,
               const uint32_t *target_rows, const size_t target_count, const uint64_t labels),
              (tables, input_rows, input_count, target_rows, target_count, labels))
