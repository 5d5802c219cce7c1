#ifndef AMBLE_C_IGRAPH_SHIM_H
#define AMBLE_C_IGRAPH_SHIM_H

// Empty: igraph is linked for `CLeiden`, which includes its headers itself.

#endif
