// A flat face of the HTML5 parser library lexbor: a document becomes two arrays, and no caller walks a tree.
// The library's own headers stay behind it, so only this target needs to know where they lie.
#ifndef SEN_CLEXBOR_H
#define SEN_CLEXBOR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct {
    const uint8_t *data;  // never null when length > 0; not terminated
    size_t length;
} sen_bytes;

typedef enum {
    SEN_KIND_ELEMENT = 1,
    SEN_KIND_TEXT = 3,
    SEN_KIND_COMMENT = 8,
    SEN_KIND_DOCTYPE = 10,
} sen_kind;

// Elements that the watch asks about; every other one is SEN_TAG_OTHER.
typedef enum {
    SEN_TAG_OTHER = 0,
    SEN_TAG_A,
    SEN_TAG_ABBR,
    SEN_TAG_AREA,
    SEN_TAG_B,
    SEN_TAG_BASE,
    SEN_TAG_BIG,
    SEN_TAG_BODY,
    SEN_TAG_BR,
    SEN_TAG_BUTTON,
    SEN_TAG_CANVAS,
    SEN_TAG_CODE,
    SEN_TAG_DIALOG,
    SEN_TAG_DIV,
    SEN_TAG_EM,
    SEN_TAG_EMBED,
    SEN_TAG_FONT,
    SEN_TAG_FORM,
    SEN_TAG_FRAME,
    SEN_TAG_HEAD,
    SEN_TAG_HTML,
    SEN_TAG_I,
    SEN_TAG_IFRAME,
    SEN_TAG_IMG,
    SEN_TAG_INPUT,
    SEN_TAG_LABEL,
    SEN_TAG_LINK,
    SEN_TAG_MARK,
    SEN_TAG_MARQUEE,
    SEN_TAG_META,
    SEN_TAG_NOSCRIPT,
    SEN_TAG_OBJECT,
    SEN_TAG_P,
    SEN_TAG_S,
    SEN_TAG_SCRIPT,
    SEN_TAG_SMALL,
    SEN_TAG_SOURCE,
    SEN_TAG_SPAN,
    SEN_TAG_STRIKE,
    SEN_TAG_STRONG,
    SEN_TAG_STYLE,
    SEN_TAG_SUB,
    SEN_TAG_SUP,
    SEN_TAG_SVG,
    SEN_TAG_TABLE,
    SEN_TAG_TD,
    SEN_TAG_TEMPLATE,
    SEN_TAG_TEXTAREA,
    SEN_TAG_TITLE,
    SEN_TAG_TR,
    SEN_TAG_U,
    SEN_TAG_VIDEO,
} sen_tag;

// Attributes that the watch asks about.
typedef enum {
    SEN_ATTRIBUTE_OTHER = 0,
    SEN_ATTRIBUTE_ACTION,
    SEN_ATTRIBUTE_ALIGN,
    SEN_ATTRIBUTE_ALT,
    SEN_ATTRIBUTE_BGCOLOR,
    SEN_ATTRIBUTE_CLASS,
    SEN_ATTRIBUTE_COLOR,
    SEN_ATTRIBUTE_CONTENT,
    SEN_ATTRIBUTE_DATA,
    SEN_ATTRIBUTE_HEIGHT,
    SEN_ATTRIBUTE_HIDDEN,
    SEN_ATTRIBUTE_HREF,
    SEN_ATTRIBUTE_HTTP_EQUIV,
    SEN_ATTRIBUTE_ID,
    SEN_ATTRIBUTE_NAME,
    SEN_ATTRIBUTE_OPEN,
    SEN_ATTRIBUTE_PROPERTY,
    SEN_ATTRIBUTE_REL,
    SEN_ATTRIBUTE_SCROLLAMOUNT,
    SEN_ATTRIBUTE_SRC,
    SEN_ATTRIBUTE_SRCDOC,
    SEN_ATTRIBUTE_STYLE,
    SEN_ATTRIBUTE_TITLE,
    SEN_ATTRIBUTE_TYPE,
    SEN_ATTRIBUTE_VALUE,
    SEN_ATTRIBUTE_WIDTH,
} sen_attribute_name;

typedef struct {
    sen_bytes text;            // element: local name in lower case; text, comment: its data; doctype: its name
    uint32_t parent;           // index, UINT32_MAX for none
    uint32_t end;              // index behind the last descendant
    uint32_t first_attribute;  // into the array of attributes
    uint32_t attribute_count;
    uint16_t depth;            // 0 for the root element
    uint8_t kind;              // sen_kind
    uint8_t name_space;        // 0 HTML, 1 MathML, 2 SVG, 3 other
    uint8_t tag;               // sen_tag
} sen_node;

typedef struct {
    sen_bytes name;   // in lower case
    sen_bytes value;
    uint8_t known;    // sen_attribute_name
} sen_attribute;

typedef enum {
    SEN_OK = 0,
    SEN_TOO_DEEP,
    SEN_TOO_MANY_NODES,
    SEN_TOO_MUCH_MEMORY,
    SEN_FAILED,
} sen_status;

typedef struct {
    size_t depth_max;           // open elements
    size_t formatting_max;      // open formatting elements, each of which the parser may repeat in each block
    size_t nodes_max;           // nodes and attributes of the finished tree
    size_t memory_bytes_max;    // what the tree may take
} sen_limits;

typedef struct sen_document sen_document;

// Parses UTF-8. Returns null and a status when a limit is reached. The input may be freed afterwards.
sen_document *sen_document_parse(const uint8_t *utf8, size_t length, bool scripting, sen_limits limits,
                                 sen_status *status);
const sen_node *sen_document_nodes(const sen_document *document, size_t *count);
const sen_attribute *sen_document_attributes(const sen_document *document, size_t *count);
void sen_document_free(sen_document *document);

// The WHATWG name of the encoding that a label stands for, such as "windows-1252" for "latin1"; null for none.
const char *sen_encoding_for_label(const uint8_t *label, size_t length);
// The label that a prescan of the beginning of a page finds in its meta elements; empty for none.
sen_bytes sen_encoding_prescan(const uint8_t *bytes, size_t length);
// Decodes into UTF-8 allocated with malloc; malformed bytes become U+FFFD and are counted. Null for no memory.
uint8_t *sen_decode(const char *encoding, const uint8_t *bytes, size_t length, size_t *out_length,
                    size_t *malformed);
// Whether the bytes are well-formed UTF-8, and whether any is not ASCII.
bool sen_is_utf8(const uint8_t *bytes, size_t length, bool *has_multibyte);
// Gives back what sen_decode allocated.
void sen_free(void *memory);

typedef struct {
    sen_bytes href, scheme, username, password, host, path, query, fragment;
    bool has_host, has_query, has_fragment, is_special;
    int32_t port;  // -1 for none or the scheme's own
} sen_url;

typedef struct sen_url_parser sen_url_parser;

sen_url_parser *sen_url_parser_create(void);
void sen_url_parser_free(sen_url_parser *parser);
// Sets the base that later addresses are relative to; false when it is no address.
bool sen_url_parser_set_base(sen_url_parser *parser, const uint8_t *text, size_t length);
// Parses by the WHATWG URL standard. What `url` points to lives until the next call.
bool sen_url_parse(sen_url_parser *parser, const uint8_t *text, size_t length, sen_url *url);

#endif
