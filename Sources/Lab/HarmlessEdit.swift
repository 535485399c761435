/// What editors and machines do to a site any day; it must raise no case.
package enum HarmlessEdit: String, CaseIterable, Hashable, Sendable {
    case policeNews = "police-news"
    case warning
    case newArticle = "new-article"
    case rotatedOrder = "rotated-order"
    case renamedClasses = "renamed-classes"
    case stateLink = "state-link"
    case whiteSpace = "white-space"

    func change(_ page: inout SitePage) {
        switch self {
        case .policeNews: page.articles.insert(News.edit(0, for: page.site), at: 0)
        case .warning: page.articles.insert(News.edit(1, for: page.site), at: 2)
        case .newArticle: page.articles.insert(News.edit(2, for: page.site), at: 0)
        case .rotatedOrder: page.articles = Array(page.articles.dropFirst(5)) + page.articles.prefix(5)
        case .renamedClasses: page.prefix = "css-9f8e7d"
        case .stateLink:
            page.bottom = """
                <p class=\"\(page.prefix)-wide\"><a href=\"https://congbao.chinhphu.vn/\">Công báo điện tử</a></p>
                """
        case .whiteSpace: page.separator = "\r\n\t  \n"
        }
    }
}
