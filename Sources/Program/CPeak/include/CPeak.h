#ifndef AMBLE_C_PEAK_H
#define AMBLE_C_PEAK_H

#include <stddef.h>

/// Runs fused multiply-adds on registers alone, as fast as a core can.
///
/// They use the widest instructions of the machine, and are independent enough to hide each other's
/// latency: their rate is the peak with which any other loop can be compared.
///
/// - rounds: How often to add to every register.
/// - sum: Receives a number that depends on all of them.
/// - Returns: The number of floating-point operations, two for each multiply-add.
double pk_multiply_add(size_t rounds, float *sum);

#endif
