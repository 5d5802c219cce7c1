#ifndef AMBLE_ROWS_H
#define AMBLE_ROWS_H

#include "lanes.h"

#include <string.h>

// Sixteen floats that start anywhere.
typedef float loose_lanes
    __attribute__((vector_size(VK_LANES * sizeof(float)), aligned(sizeof(float)), may_alias));

// The first `count` of sixteen floats; the others are 0.
INLINE lanes load(const float *from, const size_t count) {
  lanes loaded = {};
  if (count == VK_LANES) loaded = *(const loose_lanes *)from;
  else memcpy(&loaded, from, count * sizeof(float));
  return loaded;
}

INLINE void store(float *to, const lanes value, const size_t count) {
  if (count == VK_LANES) *(loose_lanes *)to = value;
  else memcpy(to, &value, count * sizeof(float));
}

// Runs statements for every sixteen components `i` of a row, `n` of them at once.
#define FOR_LANES(width, ...)                                                                      \
  do {                                                                                             \
    const size_t whole = (width) / VK_LANES * VK_LANES;                                            \
    for (size_t i = 0; i < whole; i += VK_LANES) {                                                 \
      const size_t n = VK_LANES;                                                                   \
      __VA_ARGS__                                                                                  \
    }                                                                                              \
    if (whole < (width)) {                                                                         \
      const size_t i = whole, n = (width) - whole;                                                 \
      __VA_ARGS__                                                                                  \
    }                                                                                              \
  } while (0)

#endif
