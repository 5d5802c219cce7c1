#include "CVectorKernels.h"

vk_instruction_set vk_best_instruction_set(void) {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("x86-64-v4")) return vk_avx512;
  if (__builtin_cpu_supports("x86-64-v3")) return vk_avx2;
#endif
  return vk_baseline;
}
