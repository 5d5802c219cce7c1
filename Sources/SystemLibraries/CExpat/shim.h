#ifndef AMBLE_C_EXPAT_SHIM_H
#define AMBLE_C_EXPAT_SHIM_H

#include <expat.h>

#endif
