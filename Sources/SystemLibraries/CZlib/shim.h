#ifndef AMBLE_C_ZLIB_SHIM_H
#define AMBLE_C_ZLIB_SHIM_H

#include <zlib.h>

// `inflateInit2` and `deflateInit2` are macros, which Swift cannot see. 31 = 15 + 16: the largest
// window, in the gzip format.
static inline int amble_gzip_inflate_init(z_stream *stream) { return inflateInit2(stream, 31); }

static inline int amble_gzip_deflate_init(z_stream *stream) {
  return deflateInit2(stream, 6, Z_DEFLATED, 31, 8, Z_DEFAULT_STRATEGY);
}
// 15: the same window, in the zlib format.
static inline int amble_zlib_inflate_init(z_stream *stream) { return inflateInit2(stream, 15); }
// -15: the same window, in the raw format.
static inline int amble_raw_inflate_init(z_stream *stream) { return inflateInit2(stream, -15); }

#endif
