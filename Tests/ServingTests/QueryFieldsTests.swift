import Testing

@testable import Serving

@Test(
    "a query is read as a browser writes it",
    arguments: [
        ("q=cua+lo", "cua lo"), ("q=c%E1%BB%ADa%20l%C3%B2", "cửa lò"), ("q=a%2Bb", "a+b"), ("q=", ""),
        ("q", ""),
        ("x=1&q=2&q=3", "2"), ("q=a=b", "a=b"), ("&&q=1&", "1"), ("%71=1", "1"),
    ]
)
func query(text: String, value: String) {
    #expect(QueryFields(text)["q"] == value)
}

@Test(
    "what is no query has no fields",
    arguments: [
        "", "q%=1", "q=%", "q=%4", "q=%zz", "q=%FF", "Q=1", "q=%C3",
        String(repeating: "a", count: 9_000) + "&q=1",
        String(repeating: "a=1&", count: 60) + "q=1",
    ]
)
func noQuery(text: String) {
    #expect(QueryFields(text)["q"] == nil)
}

@Test("a field that cannot be read is not taken for one that was not asked for")
func unreadable() {
    for text in ["q=%FF", "%FF=1", "a=1&q=%4"] { #expect(QueryFields(text).hasUnreadable, "\(text)") }
    for text in ["", "q=1", "q=%C3%A0", "&&"] { #expect(!QueryFields(text).hasUnreadable, "\(text)") }
}
