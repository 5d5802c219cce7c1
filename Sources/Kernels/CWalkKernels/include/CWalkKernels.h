#ifndef AMBLE_WALK_KERNELS_H
#define AMBLE_WALK_KERNELS_H

#include "row_search.h"
#include "select.h"

#endif
