#ifndef AMBLE_VECTOR_KERNELS_H
#define AMBLE_VECTOR_KERNELS_H

#include "code_scores.h"
#include "example.h"
#include "instruction_set.h"
#include "prefetch.h"
#include "row_kernels.h"
#include "row_scores.h"
#include "scores.h"
#include "skip_gram.h"

/// The number of floats that every row is padded to a multiple of, with zeros.
#define VK_LANES 16

/// The largest number of targets (the context and its negatives) of one step.
#define VK_MAX_TARGETS 64

#endif
