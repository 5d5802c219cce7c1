#ifndef AMBLE_DISPATCH_H
#define AMBLE_DISPATCH_H

#include "CVectorKernels.h"

// Defines `TYPE vk_NAME(set, PARAMETERS)`, which runs the inline function `NAME` compiled for the
// instructions of `set`. The lists are in parentheses.
#define VK_EXPAND(...) __VA_ARGS__
#if defined(__x86_64__)
#define VK_DISPATCHED_TO(type, name, parameters, arguments)                                        \
  __attribute__((target("arch=x86-64-v4"), min_vector_width(512)))                                 \
  static type name##_v4 parameters { return name arguments; }                                      \
  __attribute__((target("arch=x86-64-v3")))                                                        \
  static type name##_v3 parameters { return name arguments; }                                      \
  static type name##_baseline parameters { return name arguments; }                                \
  type vk_##name(vk_instruction_set set, VK_EXPAND parameters) {                                   \
    if (set == vk_avx512) return name##_v4 arguments;                                              \
    if (set == vk_avx2) return name##_v3 arguments;                                                \
    return name##_baseline arguments;                                                              \
  }
#else
#define VK_DISPATCHED_TO(type, name, parameters, arguments)                                        \
  type vk_##name(vk_instruction_set set, VK_EXPAND parameters) { return name arguments; }
#endif

// The same for a function that returns nothing.
#define VK_DISPATCHED(name, parameters, arguments)                                                 \
  VK_DISPATCHED_TO(void, name, parameters, arguments)

#endif
