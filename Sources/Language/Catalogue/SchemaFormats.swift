/// What a text of each format is, after “phải là” and “must be”.
extension Text {
    package static let formatDate = Text(
        vi: "ngày viết theo thứ tự năm-tháng-ngày, như 2026-11-24",
        en: "a date such as 2026-11-24"
    )
    package static let formatTime = Text(
        vi: "giờ có múi giờ, như 08:30:00+07:00",
        en: "a time with its distance from UTC, such as 08:30:00+07:00"
    )
    package static let formatDateTime = Text(
        vi: "ngày giờ có múi giờ, như 2026-11-24T08:30:00+07:00",
        en: "a date and time with its distance from UTC, such as 2026-11-24T08:30:00+07:00"
    )
    package static let formatDuration = Text(
        vi: "khoảng thời gian, như P1Y2M10D hoặc PT36H",
        en: "a length of time such as P1Y2M10D or PT36H"
    )
    package static let formatUUID = Text(
        vi: "mã UUID, như 018f3c7e-5b1a-7c22-9d0e-3f6a1b2c4d5e",
        en: "a UUID such as 018f3c7e-5b1a-7c22-9d0e-3f6a1b2c4d5e"
    )
    package static let formatIPv4 = Text(
        vi: "địa chỉ IPv4, như 203.162.4.191",
        en: "an IPv4 address such as 203.162.4.191"
    )
    package static let formatIPv6 = Text(
        vi: "địa chỉ IPv6, như 2001:db8::1",
        en: "an IPv6 address such as 2001:db8::1"
    )
    package static let formatHostname = Text(
        vi: "tên máy chủ, như www.nghean.gov.vn",
        en: "a host name such as www.nghean.gov.vn"
    )
    package static let formatIDNHostname = Text(
        vi: "tên máy chủ (được dùng chữ có dấu), như nghệan.vn",
        en: "a host name, in any script, such as nghệan.vn"
    )
    package static let formatEmail = Text(
        vi: "địa chỉ thư điện tử, như van.thu@nghean.gov.vn",
        en: "an e-mail address such as van.thu@nghean.gov.vn"
    )
    package static let formatIDNEmail = Text(
        vi: "địa chỉ thư điện tử (được dùng chữ có dấu), như vănthư@nghệan.vn",
        en: "an e-mail address, in any script, such as vănthư@nghệan.vn"
    )
    package static let formatURI = Text(
        vi: "địa chỉ đầy đủ (URI), như https://nghean.gov.vn/tin",
        en: "a URI such as https://nghean.gov.vn/tin"
    )
    package static let formatURIReference = Text(
        vi: "địa chỉ đầy đủ hoặc tương đối (URI), như /tin?so=1",
        en: "a URI, whole or relative, such as /tin?so=1"
    )
    package static let formatIRI = Text(
        vi: "địa chỉ đầy đủ (được dùng chữ có dấu), như https://nghệan.vn/tin-tức",
        en: "an address, in any script, such as https://nghệan.vn/tin-tức"
    )
    package static let formatIRIReference = Text(
        vi: "địa chỉ đầy đủ hoặc tương đối (được dùng chữ có dấu), như /tin-tức",
        en: "an address, in any script, whole or relative, such as /tin-tức"
    )
    package static let formatURITemplate = Text(
        vi: "mẫu địa chỉ, như https://nghean.gov.vn/xa/{code}",
        en: "a URI template such as https://nghean.gov.vn/xa/{code}"
    )
    package static let formatJSONPointer = Text(
        vi: "con trỏ JSON, như /events/0/date",
        en: "a JSON pointer such as /events/0/date"
    )
    package static let formatRelativeJSONPointer = Text(
        vi: "con trỏ JSON tương đối, như 1/name",
        en: "a relative JSON pointer such as 1/name"
    )
    package static let formatRegex = Text(
        vi: "biểu thức chính quy theo ECMA-262, như ^[0-9]{2}$",
        en: "a regular expression of ECMA-262 such as ^[0-9]{2}$"
    )
}
