// The target is its header; a C target needs one file to compile.
#include "CPrefetch.h"
