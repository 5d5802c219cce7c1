#ifndef AMBLE_DISPATCH_H
#define AMBLE_DISPATCH_H

#include "CVectorKernels.h"

// Defines `void vk_NAME(set, PARAMETERS)`, which runs the inline function `NAME` compiled for the
// instructions of `set`. The lists are in parentheses.
#define VK_EXPAND(...) __VA_ARGS__
#if defined(__x86_64__)
#define VK_DISPATCHED(name, parameters, arguments)                                                 \
  __attribute__((target("arch=x86-64-v4"), min_vector_width(512)))                                 \
  static void name##_v4 parameters { name arguments; }                                             \
  __attribute__((target("arch=x86-64-v3")))                                                        \
  static void name##_v3 parameters { name arguments; }                                             \
  static void name##_baseline parameters { name arguments; }                                       \
  void vk_##name(vk_instruction_set set, VK_EXPAND parameters) {                                   \
    if (set == vk_avx512) return name##_v4 arguments;                                              \
    if (set == vk_avx2) return name##_v3 arguments;                                                \
    name##_baseline arguments;                                                                     \
  }
#else
#define VK_DISPATCHED(name, parameters, arguments)                                                 \
  void vk_##name(vk_instruction_set set, VK_EXPAND parameters) { name arguments; }
#endif

#endif
