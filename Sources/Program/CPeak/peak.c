#include "CPeak.h"

// Sixteen floats: one register of AVX-512, two of AVX2, four of SSE or NEON.
typedef float lanes __attribute__((vector_size(64)));

static inline __attribute__((always_inline)) double run(const size_t registers, const int fused,
                                                        const size_t rounds, float *sum) {
  lanes sums[12];
  const lanes x = (lanes){} + (1 + *sum), y = (lanes){} + *sum;
  for (size_t r = 0; r < registers; r++) sums[r] = (lanes){} + (float)r;
  for (size_t round = 0; round < rounds; round++)
    for (size_t r = 0; r < registers; r++)
      sums[r] = fused ? __builtin_elementwise_fma(sums[r], x, y) : sums[r] * x + y;
  for (size_t r = 1; r < registers; r++) sums[0] += sums[r];
  *sum = sums[0][0];
  return 2.0 * 16 * (double)registers * (double)rounds;
}

#if defined(__x86_64__)
__attribute__((target("arch=x86-64-v4"), min_vector_width(512)))
static double run_v4(size_t rounds, float *sum) { return run(12, 1, rounds, sum); }
__attribute__((target("arch=x86-64-v3")))
static double run_v3(size_t rounds, float *sum) { return run(6, 1, rounds, sum); }
static double run_baseline(size_t rounds, float *sum) { return run(3, 0, rounds, sum); }
#else
static double run_baseline(size_t rounds, float *sum) { return run(6, 1, rounds, sum); }
#endif

double pk_multiply_add(size_t rounds, float *sum) {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("x86-64-v4")) return run_v4(rounds, sum);
  if (__builtin_cpu_supports("x86-64-v3")) return run_v3(rounds, sum);
#endif
  return run_baseline(rounds, sum);
}
