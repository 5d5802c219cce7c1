#ifndef AMBLE_LOSSES_H
#define AMBLE_LOSSES_H

// What losses are computed with: double precision, since they are compared and not descended.

#include "lanes.h"

#include <math.h>

// The product of two padded rows, by eight partial sums.
INLINE double precise_product(const float *u, const float *v, const size_t stride) {
  typedef double doubles __attribute__((vector_size(8 * sizeof(double))));
  doubles sums = {};
  for (size_t i = 0; i < stride; i += 8)
    sums += __builtin_convertvector(*(const eight *)(u + i), doubles) *
            __builtin_convertvector(*(const eight *)(v + i), doubles);
  double sum = 0;
  for (size_t lane = 0; lane < 8; lane++) sum += sums[lane];
  return sum;
}

// log(1 + e^x) without overflow.
INLINE double softplus(const double x) { return (x > 0 ? x : 0) + log1p(exp(-fabs(x))); }

#endif
