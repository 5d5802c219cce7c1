#ifndef AMBLE_INSTRUCTION_SET_H
#define AMBLE_INSTRUCTION_SET_H

/// The instructions that a kernel is compiled for.
typedef enum {
  vk_baseline,  ///< What every machine of the architecture has: SSE2, or NEON on ARM64.
  vk_avx2,      ///< x86-64-v3: AVX2 and fused multiply-add.
  vk_avx512,    ///< x86-64-v4: AVX-512.
} vk_instruction_set;

/// Returns the largest instruction set that this machine has.
///
/// All sets with a fused multiply-add (all but SSE2) give the same bits.
vk_instruction_set vk_best_instruction_set(void);

#endif
