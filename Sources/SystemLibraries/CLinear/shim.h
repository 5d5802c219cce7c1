#ifndef AMBLE_C_LINEAR_SHIM_H
#define AMBLE_C_LINEAR_SHIM_H

#include <linear.h>

static inline void amble_linear_print_nothing(const char *text) { (void)text; }

// LIBLINEAR has one global function for its messages. It is set to the same value every time.
static inline void amble_linear_be_silent(void) {
  set_print_string_function(amble_linear_print_nothing);
}

#endif
