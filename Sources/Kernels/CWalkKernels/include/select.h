#ifndef AMBLE_SELECT_NUMBER_H
#define AMBLE_SELECT_NUMBER_H

#include <stdbool.h>
#include <stdint.h>

/// One of two numbers, chosen without a branch: for conditions that a processor would guess wrong
/// half of the time.
static inline uint64_t select_number(bool condition, uint64_t yes, uint64_t no) {
  return __builtin_unpredictable(condition) ? yes : no;
}

#endif
