#ifndef AMBLE_PREFETCH_H
#define AMBLE_PREFETCH_H

/// Asks the processor to bring the cache line of an address near. It reads nothing: any address
/// will do, even one that is not mapped.
static inline void prefetch_line(const void *address) { __builtin_prefetch(address, 0, 2); }

#endif
