/// Texts of `sen schema`.
extension Text {
    package enum Schema {
        package static let abstract = Text(
            vi: "Kiểm tra mẫu dữ liệu (JSON Schema) và dữ liệu theo mẫu.",
            en: "Checks schemas (JSON Schema) and data against them."
        )
        package static let discussion = Text(
            vi: """
                Dùng JSON Schema bản 2020-12 đầy đủ. Không cần cài đặt Sen và không truy cập mạng.

                Ví dụ:
                  Kiểm tra một tệp dữ liệu, mỗi dòng một bản ghi:
                    sen schema check bao-cao.schema.json thang-11.ndjson
                  Chạy bộ kiểm thử của JSON Schema:
                    sen schema test tests/*.json --remotes remotes
                """,
            en: """
                Speaks all of JSON Schema 2020-12. Needs no installation and no network.

                Examples:
                  Check a file of records, one a line:
                    sen schema check report.schema.json november.ndjson
                  Run the test suite of JSON Schema:
                    sen schema test tests/*.json --remotes remotes
                """
        )
        package static let checkAbstract = Text(
            vi: "Kiểm tra từng dòng NDJSON theo một mẫu.",
            en: "Checks each line of NDJSON against a schema."
        )
        package static let checkDiscussion = Text(
            vi: """
                In ra từng chỗ sai: số dòng, vị trí và điều mẫu yêu cầu. Định dạng (format) cũng được kiểm tra. Tệp lớn \
                bao nhiêu cũng được: bộ nhớ không tăng theo tệp.

                Ví dụ:
                  sen schema check mau.json du-lieu.ndjson
                  zcat du-lieu.ndjson.gz | sen schema check mau.json -
                  sen schema check mau.json du-lieu.ndjson --json | jq .code

                Mã kết thúc:
                  0   mọi dòng đều đúng
                  1   có dòng sai
                  2   không đọc được mẫu hoặc dữ liệu
                  64  lệnh gõ sai
                """,
            en: """
                Prints each thing that is wrong: line, place and what the schema asks for. Formats are checked too. \
                Files of any size: memory does not grow with them.

                Examples:
                  sen schema check schema.json data.ndjson
                  zcat data.ndjson.gz | sen schema check schema.json -
                  sen schema check schema.json data.ndjson --json | jq .code

                Exit codes:
                  0   every line fits
                  1   some line does not fit
                  2   the schema or the data cannot be read
                  64  the command was not understood
                """
        )
        package static let schemaHelp = Text(vi: "tệp JSON Schema", en: "file with a JSON Schema")
        package static let recordsHelp = Text(
            vi: "tệp NDJSON, mỗi dòng một bản ghi; - là đầu vào chuẩn",
            en: "NDJSON file, one record a line; - is standard input"
        )
        package static let jsonHelp = Text(
            vi: "in mỗi chỗ sai thành một dòng JSON cho chương trình khác đọc",
            en: "print each thing that is wrong as a line of JSON for other programs"
        )
        package static func line(_ number: Int) -> Text { Text(vi: "Dòng \(number)", en: "Line \(number)") }
        package static func notJSON(_ what: Text, column: Int) -> Text {
            Text(vi: "cột \(column): \(what.vi)", en: "column \(column): \(what.en)")
        }
        package static func unreadable(_ why: String) -> Text {
            Text(
                vi: "Không đọc tiếp được tệp dữ liệu (\(why)). Hãy kiểm tra tệp.",
                en: "The data cannot be read (\(why)). Check the file."
            )
        }
        package static func checkSums(rows: Int, bad: Int) -> Text {
            Text(
                vi: bad == 0 ? "\(rows) dòng, tất cả đều đúng mẫu." : "\(rows) dòng, \(bad) dòng sai.",
                en: bad == 0 ? "\(rows) lines, all of them fit." : "\(rows) lines, \(bad) do not fit."
            )
        }
        package static let testAbstract = Text(
            vi: "Chạy các tệp kiểm thử theo định dạng của JSON Schema Test Suite.",
            en: "Runs files in the format of the JSON Schema Test Suite."
        )
        package static let testDiscussion = Text(
            vi: """
                In ra từng phép thử cho kết quả khác mong đợi. Định dạng (format) được kiểm tra trong các tệp có tên bắt \
                đầu bằng optional--format-- hoặc nằm trong thư mục format.

                Ví dụ:
                  sen schema test tests/draft2020-12/*.json --remotes remotes

                Mã kết thúc: 0 tất cả đều đạt, 1 có phép thử không đạt, 2 không đọc được tệp, 64 lệnh gõ sai.
                """,
            en: """
                Prints each test whose answer is not the expected one. Formats are checked in files whose name begins \
                with optional--format-- and in a folder called format.

                Example:
                  sen schema test tests/draft2020-12/*.json --remotes remotes

                Exit codes: 0 all pass, 1 some fail, 2 a file cannot be read, 64 the command was not understood.
                """
        )
        package static let testFilesHelp = Text(vi: "các tệp kiểm thử", en: "files with tests")
        package static let remotesHelp = Text(
            vi: "thư mục chứa các mẫu ở http://localhost:1234/",
            en: "folder of what the tests expect at http://localhost:1234/"
        )
        package static let notASuite = Text(
            vi: "không phải tệp kiểm thử: phải là danh sách các nhóm có schema và tests.",
            en: "is no file of tests: it must be a list of groups with schema and tests."
        )
        package static func expected(isValid: Bool) -> Text {
            isValid
                ? Text(vi: "Phải đúng mẫu, nhưng:", en: "Should be valid, but:")
                : Text(vi: "Phải sai mẫu, nhưng:", en: "Should not be valid, but:")
        }
        package static func testSums(files: Int, tests: Int, failed: Int) -> Text {
            Text(
                vi: "\(files) tệp, \(tests) phép thử, \(failed) không đạt.",
                en: "\(files) files, \(tests) tests, \(failed) failed."
            )
        }
    }
}
