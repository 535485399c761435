// Swift does not import function-like macros, so the two initialisers get functions of their own.
#include <zlib.h>

/// A writer of the gzip form; 31 is the largest window with a gzip header.
static inline int sen_gzip_begin(z_stream *stream, int level) {
    return deflateInit2(stream, level, Z_DEFLATED, 31, 8, Z_DEFAULT_STRATEGY);
}
/// A reader of the gzip form alone.
static inline int sen_gunzip_begin(z_stream *stream) {
    return inflateInit2(stream, 31);
}
