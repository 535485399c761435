#include "assets.h"

#pragma clang diagnostic ignored "-Wc23-extensions" // #embed is C23; this file is C11 otherwise

// #embed looks beside this file, whatever folder the compiler was started in, and a changed file rebuilds this one.

#if !__has_embed("../../.deps/web/htmx.js") || !__has_embed("../../.deps/web/uplot.js") \
    || !__has_embed("../../.deps/web/uplot.css") || !__has_embed("../../.deps/web/icons.svg") \
    || !__has_embed("../../.deps/web/fonts/BeVietnamPro-Regular.woff2") \
    || !__has_embed("../../.deps/web/fonts/BeVietnamPro-SemiBold.woff2") \
    || !__has_embed("../../.deps/web/fonts/BeVietnamPro-Bold.woff2")
#error "The front-end libraries are not here yet. Run `make deps`, then build again."
#else

static const unsigned char console_css[] = {
#embed "web/tokens.css"
    ,
#embed "web/console.css"
    ,
#embed "web/pages.css"
};
static const unsigned char console_js[] = {
#embed "web/console.js"
};
static const unsigned char theme_js[] = {
#embed "web/theme.js"
};
static const unsigned char mark_svg[] = {
#embed "web/mark.svg"
};
static const unsigned char htmx_js[] = {
#embed "../../.deps/web/htmx.js"
};
static const unsigned char uplot_js[] = {
#embed "../../.deps/web/uplot.js"
};
static const unsigned char uplot_css[] = {
#embed "../../.deps/web/uplot.css"
};
static const unsigned char icons_svg[] = {
#embed "../../.deps/web/icons.svg"
};
static const unsigned char font_regular[] = {
#embed "../../.deps/web/fonts/BeVietnamPro-Regular.woff2"
};
static const unsigned char font_semibold[] = {
#embed "../../.deps/web/fonts/BeVietnamPro-SemiBold.woff2"
};
static const unsigned char font_bold[] = {
#embed "../../.deps/web/fonts/BeVietnamPro-Bold.woff2"
};

#define FILE_OF(name, bytes) { name, bytes, sizeof(bytes) }
static const struct embedded_file embedded_files[] = {
    FILE_OF("console.css", console_css),
    FILE_OF("console.js", console_js),
    FILE_OF("theme.js", theme_js),
    FILE_OF("mark.svg", mark_svg),
    FILE_OF("htmx.js", htmx_js),
    FILE_OF("uplot.js", uplot_js),
    FILE_OF("uplot.css", uplot_css),
    FILE_OF("icons.svg", icons_svg),
    FILE_OF("BeVietnamPro-Regular.woff2", font_regular),
    FILE_OF("BeVietnamPro-SemiBold.woff2", font_semibold),
    FILE_OF("BeVietnamPro-Bold.woff2", font_bold),
};
const size_t embedded_file_count = sizeof embedded_files / sizeof embedded_files[0];

const struct embedded_file *embedded_file_at(size_t index) { return &embedded_files[index]; }

#endif
