#ifndef AMBLE_DISPATCH_H
#define AMBLE_DISPATCH_H

#include "CVectorKernels.h"

// VK_DISPATCHED(type, name, parameters, arguments) defines `type vk_name(set, parameters)`, which
// runs the inline function `name` as it is compiled for the instructions of `set`. Parameters and
// arguments are lists in parentheses. With `set` as a fifth argument, the function gets the set as
// its first one: a constant, so that what it chooses by the set costs nothing.
#if defined(__x86_64__)
#define VK_DISPATCHED(type, name, parameters, arguments, ...)                                      \
  __attribute__((target("arch=x86-64-v4,prfchw"), min_vector_width(512)))                          \
  VK_COMPILED(static type name##_avx512 parameters, vk_avx512, name, arguments, __VA_ARGS__)       \
  __attribute__((target("arch=x86-64-v3")))                                                        \
  VK_COMPILED(static type name##_avx2 parameters, vk_avx2, name, arguments, __VA_ARGS__)           \
  VK_COMPILED(static type name##_baseline parameters, vk_baseline, name, arguments, __VA_ARGS__)   \
  type vk_##name(vk_instruction_set set, VK_LIST parameters) {                                     \
    if (set == vk_avx512) return name##_avx512 arguments;                                          \
    if (set == vk_avx2) return name##_avx2 arguments;                                              \
    return name##_baseline arguments;                                                              \
  }
#else
#define VK_DISPATCHED(type, name, parameters, arguments, ...)                                      \
  VK_COMPILED(type vk_##name(vk_instruction_set only, VK_LIST parameters), vk_baseline, name,      \
              arguments, __VA_ARGS__)
#endif

// A function that calls `name` with the constant `set`.
#define VK_COMPILED(function, instructions, name, arguments, ...)                                  \
  function {                                                                                       \
    enum { set = instructions };                                                                   \
    return name(__VA_ARGS__ __VA_OPT__(, ) VK_LIST arguments);                                     \
  }
#define VK_LIST(...) __VA_ARGS__

#endif
