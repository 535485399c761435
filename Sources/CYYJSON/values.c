#include "cyyjson.h"

#include <math.h>
#include <string.h>

// Only reading is needed, and only what the standard calls JSON.
#define YYJSON_DISABLE_WRITER 1
#define YYJSON_DISABLE_INCR_READER 1
#define YYJSON_DISABLE_UTILS 1
#define YYJSON_DISABLE_NON_STANDARD 1
#include <yyjson.c>

_Static_assert(sizeof(sen_json_value) == sizeof(yyjson_val), "a value has another size");
_Static_assert(offsetof(sen_json_value, as) == offsetof(yyjson_val, uni), "a value has another layout");
_Static_assert(YYJSON_TAG_BIT == 8, "a tag has another layout");
_Static_assert(SEN_JSON_NUMBER == YYJSON_TYPE_RAW, "numbers");
_Static_assert(SEN_JSON_NULL == YYJSON_TYPE_NULL, "null");
_Static_assert(SEN_JSON_FALSE == (YYJSON_TYPE_BOOL | YYJSON_SUBTYPE_FALSE), "false");
_Static_assert(SEN_JSON_TRUE == (YYJSON_TYPE_BOOL | YYJSON_SUBTYPE_TRUE), "true");
_Static_assert(SEN_JSON_STRING == YYJSON_TYPE_STR, "strings");
_Static_assert(SEN_JSON_ARRAY == YYJSON_TYPE_ARR, "arrays");
_Static_assert(SEN_JSON_OBJECT == YYJSON_TYPE_OBJ, "objects");

static const yyjson_read_flag reading = YYJSON_READ_NUMBER_AS_RAW;

size_t sen_json_memory(size_t length) {
    size_t size = yyjson_read_max_memory_usage(length, reading);
    // The pool keeps its own books in the same memory.
    return size == 0 ? 0 : size + 1024;
}

static sen_json_status status_of(yyjson_read_code code) {
    switch (code) {
    case YYJSON_READ_ERROR_MEMORY_ALLOCATION: return SEN_JSON_NEEDS_MEMORY;
    case YYJSON_READ_ERROR_INVALID_PARAMETER: return SEN_JSON_EMPTY;
    case YYJSON_READ_ERROR_EMPTY_CONTENT: return SEN_JSON_EMPTY;
    case YYJSON_READ_ERROR_UNEXPECTED_CONTENT: return SEN_JSON_TRAILING;
    case YYJSON_READ_ERROR_UNEXPECTED_END: return SEN_JSON_CUT;
    case YYJSON_READ_ERROR_JSON_STRUCTURE: return SEN_JSON_STRUCTURE;
    case YYJSON_READ_ERROR_INVALID_NUMBER: return SEN_JSON_NUMBER_FORM;
    case YYJSON_READ_ERROR_INVALID_STRING: return SEN_JSON_STRING_FORM;
    case YYJSON_READ_ERROR_LITERAL: return SEN_JSON_LITERAL;
    default: return SEN_JSON_CHARACTER;
    }
}

const sen_json_value *sen_json_read(const uint8_t *bytes, size_t length, void *memory, size_t memory_length,
                                    size_t *count, const uint8_t **copy, sen_json_status *status,
                                    size_t *failed_at) {
    yyjson_alc pool;
    yyjson_read_err error = {0};
    *failed_at = 0;
    *count = 0;
    *copy = NULL;
    if (!yyjson_alc_pool_init(&pool, memory, memory_length)) {
        *status = SEN_JSON_NEEDS_MEMORY;
        return NULL;
    }
    yyjson_doc *doc = yyjson_read_opts((char *)(uintptr_t)bytes, length, reading, &pool, &error);
    if (doc == NULL) {
        *status = status_of(error.code);
        *failed_at = error.pos;
        return NULL;
    }
    *status = SEN_JSON_OK;
    *count = yyjson_doc_get_val_count(doc);
    *copy = (const uint8_t *)doc->str_pool;
    return (const sen_json_value *)yyjson_doc_get_root(doc);
}

double sen_json_double(const uint8_t *text, size_t length) {
    char digits[64];
    char *copy = length < sizeof(digits) ? digits : malloc(length + 1);
    if (copy == NULL) return NAN;
    memcpy(copy, text, length);
    copy[length] = 0;
    yyjson_val value = {0};
    double number;
    if (yyjson_read_number(copy, &value, YYJSON_READ_BIGNUM_AS_RAW, NULL, NULL) != NULL && !unsafe_yyjson_is_raw(&value))
        number = unsafe_yyjson_get_num(&value);
    else
        number = strtod(copy, NULL);  // beyond the range of integers or of doubles
    if (copy != digits) free(copy);
    return number;
}
