#include "clexbor.h"

#include <stdlib.h>
#include <string.h>

#include <lexbor/url/url.h>

typedef struct {
    uint8_t *bytes;
    size_t length, room;
} scratch;

struct sen_url_parser {
    lxb_url_parser_t *parser;
    lxb_url_t *base;
    lxb_url_t *last;  // what the last answer points into
    scratch href, host;
};

sen_url_parser *sen_url_parser_create(void) {
    sen_url_parser *parser = calloc(1, sizeof(*parser));
    if (parser == NULL) return NULL;
    parser->parser = lxb_url_parser_create();
    if (lxb_url_parser_init(parser->parser, NULL) == LXB_STATUS_OK) return parser;
    sen_url_parser_free(parser);
    return NULL;
}

void sen_url_parser_free(sen_url_parser *parser) {
    if (parser == NULL) return;
    if (parser->parser != NULL && parser->parser->mraw != NULL) lxb_url_parser_memory_destroy(parser->parser);
    lxb_url_parser_destroy(parser->parser, true);
    free(parser->href.bytes);
    free(parser->host.bytes);
    free(parser);
}

bool sen_url_parser_set_base(sen_url_parser *parser, const uint8_t *text, size_t length) {
    lxb_url_parser_clean(parser->parser);
    lxb_url_t *base = lxb_url_parse(parser->parser, NULL, text, length);
    if (base == NULL) return false;
    if (parser->base != NULL) lxb_url_destroy(parser->base);
    parser->base = base;
    return true;
}

static lxb_status_t put(const lxb_char_t *data, size_t length, void *context) {
    scratch *out = context;
    if (out->room - out->length < length) {
        size_t room = (out->room + length) * 2;
        uint8_t *larger = realloc(out->bytes, room);
        if (larger == NULL) return LXB_STATUS_ERROR_MEMORY_ALLOCATION;
        out->bytes = larger;
        out->room = room;
    }
    memcpy(out->bytes + out->length, data, length);
    out->length += length;
    return LXB_STATUS_OK;
}

static sen_bytes bytes_of(const lexbor_str_t *text) { return (sen_bytes){text->data, text->length}; }

static sen_bytes scratch_bytes(const scratch *out) { return (sen_bytes){out->bytes, out->length}; }

static bool describe(sen_url_parser *parser, lxb_url_t *parsed, sen_url *url) {
    parser->href.length = 0;
    parser->host.length = 0;
    if (lxb_url_serialize(parsed, put, &parser->href, false) != LXB_STATUS_OK) return false;
    if (lxb_url_serialize_host(&parsed->host, put, &parser->host) != LXB_STATUS_OK) return false;
    url->href = scratch_bytes(&parser->href);
    url->host = scratch_bytes(&parser->host);
    url->has_host = parsed->host.type != LXB_URL_HOST_TYPE__UNDEF;
    url->scheme = bytes_of(&parsed->scheme.name);
    url->is_special = parsed->scheme.type >= LXB_URL_SCHEMEL_TYPE_HTTP;
    url->username = bytes_of(&parsed->username);
    url->password = bytes_of(&parsed->password);
    url->path = bytes_of(&parsed->path.str);
    url->query = bytes_of(&parsed->query);
    url->has_query = parsed->query.data != NULL;
    url->fragment = bytes_of(&parsed->fragment);
    url->has_fragment = parsed->fragment.data != NULL;
    url->port = parsed->has_port ? parsed->port : -1;
    return true;
}

bool sen_url_parse(sen_url_parser *parser, const uint8_t *text, size_t length, sen_url *url) {
    memset(url, 0, sizeof(*url));
    lxb_url_parser_clean(parser->parser);
    if (parser->last != NULL) lxb_url_destroy(parser->last);
    parser->last = lxb_url_parse(parser->parser, parser->base, text, length);
    return parser->last != NULL && describe(parser, parser->last, url);
}
