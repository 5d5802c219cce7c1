#ifndef AMBLE_C_FUZZER_H
#define AMBLE_C_FUZZER_H

#include <stddef.h>
#include <stdint.h>

// What libFuzzer offers to custom mutators.
size_t LLVMFuzzerMutate(uint8_t *data, size_t size, size_t max_size);

#endif
