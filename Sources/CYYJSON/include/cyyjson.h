// A flat face of the JSON parser yyjson: a document is one array of 16-byte values in the order of the text.
// The library's own header stays behind it, so only this target needs to know where that lies; values.c fails to
// compile when the two layouts differ.
#ifndef SEN_CYYJSON_H
#define SEN_CYYJSON_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// The low byte of `tag`; the other 56 bits are the length of a text or the number of members.
enum {
    SEN_JSON_NUMBER = 1,  // as written: numbers are kept as their digits
    SEN_JSON_NULL = 2,
    SEN_JSON_FALSE = 3,
    SEN_JSON_TRUE = 3 | 1 << 3,
    SEN_JSON_STRING = 5,
    SEN_JSON_ARRAY = 6,
    SEN_JSON_OBJECT = 7,
    SEN_JSON_TYPE_MASK = 7,
};

typedef struct sen_json_value {
    uint64_t tag;
    union {
        const uint8_t *text;  // number and string: UTF-8, not to be read beyond its length
        size_t bytes;         // array and object: from this value to the one behind its last descendant
    } as;
} sen_json_value;

typedef enum {
    SEN_JSON_OK = 0,
    SEN_JSON_NEEDS_MEMORY,   // the given memory is too small; sen_json_memory says what surely suffices
    SEN_JSON_EMPTY,
    SEN_JSON_CUT,            // the text ends too early
    SEN_JSON_TRAILING,       // something follows the value
    SEN_JSON_CHARACTER,      // a character that cannot stand here
    SEN_JSON_STRUCTURE,      // a comma or bracket too many or too few
    SEN_JSON_NUMBER_FORM,
    SEN_JSON_STRING_FORM,    // a wrong escape, a control character or no UTF-8
    SEN_JSON_LITERAL,        // neither true, false nor null
} sen_json_status;

// The memory with which any text of `length` bytes can be read; 0 when that is more than there can be.
size_t sen_json_memory(size_t length);

// Reads one value from `bytes`, which are not changed and not needed afterwards. The answer lies in `memory` and is
// good until that is used again; `count` is the number of values. On failure null, a status and the place.
// `copy` is where the text lies in `memory`: a string or number stands there at the place it has in `bytes`.
const sen_json_value *sen_json_read(const uint8_t *bytes, size_t length, void *memory, size_t memory_length,
                                    size_t *count, const uint8_t **copy, sen_json_status *status,
                                    size_t *failed_at);

// The nearest double of a number as it is written in JSON; infinite when it is beyond the range.
double sen_json_double(const uint8_t *text, size_t length);

#endif
