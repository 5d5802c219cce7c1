#ifndef AMBLE_C_OPENBLAS_SHIM_H
#define AMBLE_C_OPENBLAS_SHIM_H

#include <cblas.h>

// LAPACK, which OpenBLAS includes, in the Fortran convention: every argument by address. Declared
// here since `lapack.h` is not part of OpenBLAS and would import C's complex numbers.
void dsyevr_(const char *job, const char *range, const char *triangle, const int *order,
             double *matrix, const int *stride, const double *low_value, const double *high_value,
             const int *low_index, const int *high_index, const double *tolerance, int *found,
             double *values, double *vectors, const int *vector_stride, int *support, double *work,
             const int *work_count, int *integer_work, const int *integer_work_count, int *info);

#endif
