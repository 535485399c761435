#include "clexbor.h"

#include <stdlib.h>
#include <string.h>

#include <lexbor/encoding/encoding.h>
#include <lexbor/html/encoding.h>

// Bytes of a page in which the standard looks for a meta element that names the encoding.
#define PRESCAN_BYTES 1024
// Scalars decoded at a time.
#define DECODE_SCALARS 4096

const char *sen_encoding_for_label(const uint8_t *label, size_t length) {
    const lxb_encoding_data_t *data = lxb_encoding_data_by_pre_name(label, length);
    return data == NULL ? NULL : (const char *)data->name;
}

sen_bytes sen_encoding_prescan(const uint8_t *bytes, size_t length) {
    sen_bytes found = {NULL, 0};
    lxb_html_encoding_t prescan;
    size_t seen = length < PRESCAN_BYTES ? length : PRESCAN_BYTES;
    if (seen > 0 && lxb_html_encoding_init(&prescan) == LXB_STATUS_OK) {
        if (lxb_html_encoding_determine(&prescan, bytes, bytes + seen) == LXB_STATUS_OK) {
            lxb_html_encoding_entry_t *entry = lxb_html_encoding_meta_entry(&prescan, 0);
            if (entry != NULL) found = (sen_bytes){entry->name, (size_t)(entry->end - entry->name)};
        }
        lxb_html_encoding_destroy(&prescan, false);
    }
    return found;
}

static size_t put_utf8(uint8_t *out, uint32_t scalar) {
    if (scalar < 0x80) {
        out[0] = (uint8_t)scalar;
        return 1;
    }
    if (scalar < 0x800) {
        out[0] = (uint8_t)(0xC0 | scalar >> 6);
        out[1] = (uint8_t)(0x80 | (scalar & 0x3F));
        return 2;
    }
    if (scalar < 0x10000) {
        out[0] = (uint8_t)(0xE0 | scalar >> 12);
        out[1] = (uint8_t)(0x80 | (scalar >> 6 & 0x3F));
        out[2] = (uint8_t)(0x80 | (scalar & 0x3F));
        return 3;
    }
    out[0] = (uint8_t)(0xF0 | scalar >> 18);
    out[1] = (uint8_t)(0x80 | (scalar >> 12 & 0x3F));
    out[2] = (uint8_t)(0x80 | (scalar >> 6 & 0x3F));
    out[3] = (uint8_t)(0x80 | (scalar & 0x3F));
    return 4;
}

typedef struct {
    uint8_t *bytes;
    size_t length, room, malformed;
} utf8_output;

static bool append(utf8_output *out, const lxb_codepoint_t *scalars, size_t count) {
    if (out->room - out->length < count * 4) {
        size_t room = out->room * 2 + count * 4;
        uint8_t *larger = realloc(out->bytes, room);
        if (larger == NULL) return false;
        out->bytes = larger;
        out->room = room;
    }
    for (size_t i = 0; i < count; i++) {
        uint32_t scalar = scalars[i];
        bool is_scalar = scalar <= 0x10FFFF && !(scalar >= 0xD800 && scalar <= 0xDFFF);
        if (!is_scalar || scalar == 0xFFFD) out->malformed++;
        out->length += put_utf8(out->bytes + out->length, is_scalar ? scalar : 0xFFFD);
    }
    return true;
}

uint8_t *sen_decode(const char *encoding, const uint8_t *bytes, size_t length, size_t *out_length,
                    size_t *malformed) {
    lxb_codepoint_t scalars[DECODE_SCALARS];
    lxb_encoding_decode_t decode;
    const lxb_encoding_data_t *data =
        lxb_encoding_data_by_pre_name((const lxb_char_t *)encoding, strlen(encoding));
    if (lxb_encoding_decode_init(&decode, data, scalars, DECODE_SCALARS) != LXB_STATUS_OK) return NULL;
    lxb_encoding_decode_replace_set(&decode, LXB_ENCODING_REPLACEMENT_BUFFER, LXB_ENCODING_REPLACEMENT_BUFFER_LEN);
    utf8_output out = {malloc(length + 64), 0, length + 64, 0};
    const lxb_char_t *at = bytes, *end = bytes + length;
    lxb_status_t status = LXB_STATUS_SMALL_BUFFER;
    bool is_fine = out.bytes != NULL;
    while (is_fine && status == LXB_STATUS_SMALL_BUFFER) {
        status = data->decode(&decode, &at, end);
        is_fine = append(&out, scalars, lxb_encoding_decode_buf_used(&decode));
        lxb_encoding_decode_buf_used_set(&decode, 0);
    }
    if (is_fine && lxb_encoding_decode_finish(&decode) == LXB_STATUS_OK)
        is_fine = append(&out, scalars, lxb_encoding_decode_buf_used(&decode));
    if (!is_fine) {
        free(out.bytes);
        return NULL;
    }
    *out_length = out.length;
    *malformed = out.malformed;
    return out.bytes;
}

// The length of the well-formed sequence at `at`, 0 for none (Unicode 15, table 3-7).
static size_t sequence_length(const uint8_t *at, size_t left) {
    uint8_t first = at[0], low = 0x80, high = 0xBF;
    size_t length = first >= 0xC2 && first <= 0xDF ? 2 : first >= 0xE0 && first <= 0xEF ? 3
                  : first >= 0xF0 && first <= 0xF4 ? 4 : 0;
    if (length == 0 || left < length) return 0;
    if (first == 0xE0) low = 0xA0;
    if (first == 0xED) high = 0x9F;
    if (first == 0xF0) low = 0x90;
    if (first == 0xF4) high = 0x8F;
    if (at[1] < low || at[1] > high) return 0;
    for (size_t i = 2; i < length; i++)
        if ((at[i] & 0xC0) != 0x80) return 0;
    return length;
}

bool sen_is_utf8(const uint8_t *bytes, size_t length, bool *has_multibyte) {
    size_t at = 0;
    *has_multibyte = false;
    while (at < length) {
        uint64_t eight;
        if (length - at >= 8) {
            memcpy(&eight, bytes + at, 8);
            if ((eight & 0x8080808080808080u) == 0) {
                at += 8;
                continue;
            }
        }
        if (bytes[at] < 0x80) {
            at++;
            continue;
        }
        size_t step = sequence_length(bytes + at, length - at);
        if (step == 0) return false;
        *has_multibyte = true;
        at += step;
    }
    return true;
}

void sen_free(void *memory) { free(memory); }
