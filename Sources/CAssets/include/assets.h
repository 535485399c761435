// Files that are part of the program. Each is bytes and a length; Sources/Assets gives them names.
#include <stddef.h>

struct embedded_file {
    const char *name;
    const unsigned char *bytes;
    size_t length;
};

// The file at an index below embedded_file_count.
const struct embedded_file *embedded_file_at(size_t index);
extern const size_t embedded_file_count;
