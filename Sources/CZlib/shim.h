#ifndef AMBLE_CZLIB_SHIM_H
#define AMBLE_CZLIB_SHIM_H

#include <zlib.h>

#endif
