#include "clexbor.h"

#include <stdlib.h>
#include <string.h>

#include <lexbor/dom/dom.h>
#include <lexbor/html/html.h>
#include <lexbor/html/interfaces/template_element.h>

#include "names.h"

// Bytes fed between two looks at the limits: few enough that what one piece can make stays small.
#define PIECE_BYTES 4096

struct sen_document {
    lxb_html_document_t *html;
    sen_node *nodes;
    size_t node_count, node_room;
    sen_attribute *attributes;
    size_t attribute_count, attribute_room;
};

void sen_document_free(sen_document *document) {
    if (document == NULL) return;
    lxb_html_document_destroy(document->html);
    free(document->nodes);
    free(document->attributes);
    free(document);
}

const sen_node *sen_document_nodes(const sen_document *document, size_t *count) {
    *count = document->node_count;
    return document->nodes;
}

const sen_attribute *sen_document_attributes(const sen_document *document, size_t *count) {
    *count = document->attribute_count;
    return document->attributes;
}

static size_t memory_of(const lexbor_mraw_t *mraw) { return mraw->mem->chunk_length * mraw->mem->chunk_min_size; }

static sen_status look_at_limits(const lxb_html_parser_t *parser, const lxb_html_document_t *html,
                                 const sen_limits *limits) {
    if (parser->tree->open_elements->length > limits->depth_max) return SEN_TOO_DEEP;
    if (parser->tree->active_formatting->length > limits->formatting_max) return SEN_TOO_DEEP;
    size_t memory = memory_of(html->dom_document.mraw) + memory_of(html->dom_document.text);
    return memory > limits->memory_bytes_max ? SEN_TOO_MUCH_MEMORY : SEN_OK;
}

static sen_status feed(lxb_html_parser_t *parser, const lxb_html_document_t *html, const uint8_t *utf8,
                       size_t length, const sen_limits *limits) {
    for (size_t at = 0; at < length; at += PIECE_BYTES) {
        size_t piece = length - at < PIECE_BYTES ? length - at : PIECE_BYTES;
        if (lxb_html_parse_chunk_process(parser, utf8 + at, piece) != LXB_STATUS_OK) return SEN_FAILED;
        sen_status status = look_at_limits(parser, html, limits);
        if (status != SEN_OK) return status;
    }
    return lxb_html_parse_chunk_end(parser) == LXB_STATUS_OK ? SEN_OK : SEN_FAILED;
}

// Room for one more element of an array that doubles.
static bool make_room(void **array, size_t *room, size_t count, size_t size) {
    if (count < *room) return true;
    size_t wanted = *room == 0 ? 1024 : *room * 2;
    void *larger = realloc(*array, wanted * size);
    if (larger == NULL) return false;
    *array = larger;
    *room = wanted;
    return true;
}

static uint8_t name_space_of(const lxb_dom_node_t *node) {
    switch (node->ns) {
    case LXB_NS_HTML: return 0;
    case LXB_NS_MATH: return 1;
    case LXB_NS_SVG: return 2;
    default: return 3;
    }
}

static uint8_t attribute_number(const lxb_dom_attr_t *attribute, const sen_bytes *name) {
    if (attribute->node.local_name < LXB_DOM_ATTR__LAST_ENTRY)
        return sen_attribute_numbers[attribute->node.local_name];
    for (size_t i = 0; i < sizeof(sen_other_attributes) / sizeof(sen_other_attributes[0]); i++)
        if (strlen(sen_other_attributes[i].name) == name->length
            && memcmp(sen_other_attributes[i].name, name->data, name->length) == 0)
            return sen_other_attributes[i].number;
    return SEN_ATTRIBUTE_OTHER;
}

static bool add_attributes(sen_document *document, lxb_dom_node_t *node, sen_node *flat) {
    lxb_dom_attr_t *attribute = lxb_dom_interface_element(node)->first_attr;
    for (; attribute != NULL; attribute = attribute->next) {
        if (!make_room((void **)&document->attributes, &document->attribute_room, document->attribute_count,
                       sizeof(sen_attribute)))
            return false;
        sen_attribute *entry = &document->attributes[document->attribute_count++];
        entry->name.data = lxb_dom_attr_local_name(attribute, &entry->name.length);
        entry->value.data = lxb_dom_attr_value(attribute, &entry->value.length);
        entry->known = attribute_number(attribute, &entry->name);
        flat->attribute_count++;
    }
    return true;
}

static bool add_node(sen_document *document, lxb_dom_node_t *node, uint32_t parent, uint16_t depth) {
    if (!make_room((void **)&document->nodes, &document->node_room, document->node_count, sizeof(sen_node)))
        return false;
    sen_node *flat = &document->nodes[document->node_count++];
    memset(flat, 0, sizeof(*flat));
    flat->parent = parent;
    flat->depth = depth;
    flat->first_attribute = (uint32_t)document->attribute_count;
    flat->end = (uint32_t)document->node_count;
    switch (node->type) {
    case LXB_DOM_NODE_TYPE_ELEMENT:
        flat->kind = SEN_KIND_ELEMENT;
        flat->name_space = name_space_of(node);
        if (node->local_name < LXB_TAG__LAST_ENTRY) flat->tag = sen_tag_numbers[node->local_name];
        flat->text.data = lxb_dom_element_local_name(lxb_dom_interface_element(node), &flat->text.length);
        return add_attributes(document, node, flat);
    case LXB_DOM_NODE_TYPE_DOCUMENT_TYPE:
        flat->kind = SEN_KIND_DOCTYPE;
        flat->text.data = lxb_dom_document_type_name(lxb_dom_interface_document_type(node), &flat->text.length);
        return true;
    default: {
        const lexbor_str_t *data = &lxb_dom_interface_character_data(node)->data;
        flat->kind = node->type == LXB_DOM_NODE_TYPE_COMMENT ? SEN_KIND_COMMENT : SEN_KIND_TEXT;
        flat->text.data = data->data;
        flat->text.length = data->length;
        return true;
    }
    }
}

// The first child to visit: a template keeps its children in a fragment of its own.
static lxb_dom_node_t *first_child(lxb_dom_node_t *node) {
    if (node->local_name == LXB_TAG_TEMPLATE && node->ns == LXB_NS_HTML
        && node->type == LXB_DOM_NODE_TYPE_ELEMENT) {
        lxb_dom_document_fragment_t *content = lxb_html_interface_template(node)->content;
        if (content != NULL && content->node.first_child != NULL) return content->node.first_child;
    }
    return node->first_child;
}

static bool is_wanted(const lxb_dom_node_t *node) {
    return node->type == LXB_DOM_NODE_TYPE_ELEMENT || node->type == LXB_DOM_NODE_TYPE_TEXT
        || node->type == LXB_DOM_NODE_TYPE_CDATA_SECTION || node->type == LXB_DOM_NODE_TYPE_COMMENT
        || node->type == LXB_DOM_NODE_TYPE_DOCUMENT_TYPE;
}

typedef struct {
    lxb_dom_node_t *next;  // sibling to go on with when this element's children are done
    uint32_t index;
} open_element;

// Walks the tree in document order with a stack of its own, so that no depth of nesting uses the thread's stack.
static sen_status flatten(sen_document *document, const sen_limits *limits) {
    open_element *stack = NULL;
    size_t room = 0, depth = 0;
    sen_status status = SEN_OK;
    lxb_dom_node_t *node = lxb_dom_interface_node(document->html)->first_child;
    while (status == SEN_OK && (node != NULL || depth > 0)) {
        if (node == NULL) {
            depth--;
            document->nodes[stack[depth].index].end = (uint32_t)document->node_count;
            node = stack[depth].next;
            continue;
        }
        if (!is_wanted(node)) {
            node = node->next;
            continue;
        }
        uint32_t parent = depth > 0 ? stack[depth - 1].index : UINT32_MAX;
        if (document->node_count + document->attribute_count >= limits->nodes_max) status = SEN_TOO_MANY_NODES;
        else if (depth >= UINT16_MAX) status = SEN_TOO_DEEP;
        else if (!add_node(document, node, parent, (uint16_t)depth)) status = SEN_TOO_MUCH_MEMORY;
        lxb_dom_node_t *child = node->type == LXB_DOM_NODE_TYPE_ELEMENT ? first_child(node) : NULL;
        if (status != SEN_OK || child == NULL) {
            node = node->next;
            continue;
        }
        if (!make_room((void **)&stack, &room, depth, sizeof(open_element))) {
            status = SEN_TOO_MUCH_MEMORY;
            break;
        }
        stack[depth].next = node->next;
        stack[depth++].index = (uint32_t)(document->node_count - 1);
        node = child;
    }
    free(stack);
    return status;
}

sen_document *sen_document_parse(const uint8_t *utf8, size_t length, bool scripting, sen_limits limits,
                                 sen_status *status) {
    *status = SEN_TOO_MUCH_MEMORY;
    sen_document *document = calloc(1, sizeof(*document));
    lxb_html_parser_t *parser = lxb_html_parser_create();
    if (document != NULL && lxb_html_parser_init(parser) == LXB_STATUS_OK) {
        lxb_html_parser_scripting_set(parser, scripting);
        document->html = lxb_html_parse_chunk_begin(parser);
        if (document->html != NULL) *status = feed(parser, document->html, utf8, length, &limits);
        if (*status == SEN_OK) *status = flatten(document, &limits);
    }
    lxb_html_parser_destroy(parser);
    if (*status == SEN_OK) return document;
    sen_document_free(document);
    return NULL;
}
