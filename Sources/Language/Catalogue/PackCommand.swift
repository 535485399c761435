/// Texts of `sen pack`.
extension Text {
    package enum Pack {
        package static let abstract = Text(
            vi: "Thêm một lĩnh vực từ gói khai báo: bộ dữ liệu, mẫu, ví dụ, dữ liệu mô phỏng.",
            en: "Adds a sector from a pack: datasets, schemas, examples, invented records."
        )
        package static let discussion = Text(
            vi: """
                Gói là một tệp YAML khai báo các bộ dữ liệu của một lĩnh vực; thêm lĩnh vực không cần lập trình. Bốn gói có \
                sẵn trong chương trình, gọi bằng tên (xem sen pack list).

                Trình tự nên làm:
                  1. Kiểm tra gói, không cần cài đặt:     sen pack test goi.yaml
                  2. Xem gói sẽ thay đổi những gì:        sen pack diff goi.yaml
                  3. Áp dụng:                             sen pack apply goi.yaml

                Cách viết: chữ không có dấu nháy chỉ là số, true, false hoặc null khi viết đúng như trong JSON; còn lại \
                là văn bản, nên 2026-11 và 0041 giữ nguyên. Không dùng bí danh YAML (& và *).
                """,
            en: """
                A pack is one YAML file that declares the datasets of a sector; adding a sector needs no programming. \
                Four packs ship with the program and are called by their names (see sen pack list).

                What to do, in this order:
                  1. Check the pack, without an installation:  sen pack test pack.yaml
                  2. See what it would change:                 sen pack diff pack.yaml
                  3. Apply it:                                 sen pack apply pack.yaml

                How it is written: a word without quotes is a number, true, false or null only in JSON's own forms; \
                anything else is a text, so that 2026-11 and 0041 stay as they are. YAML aliases (& and *) are refused.
                """
        )
        package static let listAbstract = Text(
            vi: "Liệt kê các gói có sẵn trong chương trình.",
            en: "Lists the packs that ship with the program."
        )
        package static func listLine(_ name: String, _ title: String, datasets: Int) -> Text {
            Text(
                vi: "\(name): \(title) (\(datasets) bộ dữ liệu)",
                en: "\(name): \(title) (\(datasets) datasets)"
            )
        }
        package static let testAbstract = Text(
            vi: "Kiểm tra một gói, không cần cài đặt.",
            en: "Checks a pack, without an installation."
        )
        package static let testDiscussion = Text(
            vi: """
                Kiểm tra khai báo và mẫu dữ liệu; mọi bản ghi mô phỏng phải đúng mẫu, có đơn vị thật và khóa không trùng; \
                mọi ví dụ valid: false phải bị từ chối, ở đúng trường nêu tại place nếu có. In từng lỗi một dòng.

                Ví dụ:
                  sen pack test goi.yaml
                  sen pack test telecom-infrastructure

                Mã kết thúc: 0 gói đúng, 1 có lỗi, 2 không đọc được gói, 64 lệnh gõ sai.
                """,
            en: """
                Checks the declarations and schemas; every demo record must fit, name a real unit and have a key of its \
                own; every example with valid: false must be refused, at the field that place names if it does. Prints \
                a line for each fault.

                Examples:
                  sen pack test pack.yaml
                  sen pack test telecom-infrastructure

                Exit codes: 0 the pack is right, 1 it has faults, 2 it cannot be read, 64 the command was not understood.
                """
        )
        package static let diffAbstract = Text(
            vi: "Xem một gói sẽ thay đổi những gì, không ghi gì.",
            en: "Shows what a pack would change, and writes nothing."
        )
        package static let diffDiscussion = Text(
            vi: """
                Với mỗi bộ dữ liệu: mới, thay đổi hay giữ nguyên; trường nào thêm, bớt; bao nhiêu bản ghi hiện có không \
                còn đúng mẫu, ở trường nào, ví dụ khóa nào (không nêu khóa của dữ liệu cá nhân).

                Ví dụ:
                  sen pack diff goi.yaml --data /var/lib/sen

                Mã kết thúc: 0 không có gì khác, 1 có khác biệt, 2 không đọc được gói hoặc dữ liệu, 64 lệnh gõ sai.
                """,
            en: """
                For each dataset: new, changed or the same; which fields come and go; how many of the present records \
                stop fitting, at which field, with the keys of some (none of personal data).

                Example:
                  sen pack diff pack.yaml --data /var/lib/sen

                Exit codes: 0 nothing differs, 1 something differs, 2 pack or data cannot be read, 64 the command was \
                not understood.
                """
        )
        package static let applyAbstract = Text(
            vi: "Áp dụng một gói: khai báo bộ dữ liệu mới, sửa bộ dữ liệu đã đổi.",
            en: "Applies a pack: declares new datasets and changes changed ones."
        )
        package static let applyDiscussion = Text(
            vi: """
                Chạy lại bao nhiêu lần cũng được: phần không đổi được giữ nguyên. Bản ghi cũ giữ mẫu cũ. Nếu có bản ghi \
                không còn đúng mẫu, lệnh không ghi gì, trừ khi có --accept-breaks. Mỗi thay đổi có một mục trong nhật ký.

                Ví dụ:
                  sen pack apply goi.yaml --data /var/lib/sen
                  sen pack apply inspections --demo --data ./thu-nghiem

                Mã kết thúc: 0 đã áp dụng, 1 bị từ chối, 2 không đọc được gói hoặc dữ liệu, 64 lệnh gõ sai.
                """,
            en: """
                Can be run as often as you like: what is the same is left alone. Old records keep their schema. When \
                records would stop fitting nothing is written, unless --accept-breaks is given. Each change has one \
                entry in the audit log.

                Examples:
                  sen pack apply pack.yaml --data /var/lib/sen
                  sen pack apply inspections --demo --data ./trial

                Exit codes: 0 applied, 1 refused, 2 pack or data cannot be read, 64 the command was not understood.
                """
        )
        package static let fileHelp = Text(
            vi: "tệp YAML của gói, hoặc tên một gói có sẵn",
            en: "YAML file of the pack, or the name of one that ships with the program"
        )
        package static let demoHelp = Text(
            vi:
                "Nạp cả dữ liệu mô phỏng của gói, chỉ để dùng thử; bộ dữ liệu đã có số liệu thật được để nguyên.",
            en:
                "Also loads the invented records of the pack, to try it; a dataset with real records is left alone."
        )
        package static let acceptHelp = Text(
            vi: "Chấp nhận việc một số bản ghi hiện có không còn đúng mẫu mới; chúng giữ mẫu cũ.",
            en: "Accepts that some records do not fit the new schema; they keep their old one."
        )

        // MARK: What is wrong with a file

        package static func tooLarge(_ megabytes: Int) -> Text {
            Text(
                vi: "Gói lớn hơn \(megabytes) MB. Hãy chia thành nhiều gói.",
                en: "The pack is larger than \(megabytes) MB. Divide it into several."
            )
        }
        package static let notYAML = Text(
            vi: "Tệp không phải là YAML. Hãy kiểm tra tệp.",
            en: "The file is not YAML. Check it."
        )
        package static let invalid = Text(
            vi: "Gói chưa đúng. Hãy sửa các chỗ được nêu.",
            en: "The pack is not right. Mend what is named."
        )
        package static func atLine(_ line: Int, _ what: Text) -> Text {
            Text(vi: "dòng \(line): \(what.vi)", en: "line \(line): \(what.en)")
        }
        package static let notUTF8 = Text(
            vi: "Tệp không phải là văn bản UTF-8. Hãy lưu lại ở dạng UTF-8.",
            en: "The file is not UTF-8 text. Save it as UTF-8."
        )
        package static let alias = Text(
            vi: "gói không dùng bí danh YAML (& hoặc * ở đầu giá trị). Hãy viết giá trị đầy đủ.",
            en: "a pack has no YAML aliases (& or * before a value). Write the value out."
        )
        package static let tag = Text(
            vi: "gói không dùng thẻ kiểu YAML (!!…). Hãy bỏ thẻ; văn bản thì đặt trong dấu nháy.",
            en: "a pack has no YAML tags (!!…). Leave the tag out; put texts in quotes."
        )
        package static let keyNoText = Text(
            vi: "tên trường phải là một từ.",
            en: "the name of a field must be a word."
        )
        package static let empty = Text(vi: "tệp không có nội dung.", en: "the file is empty.")
        package static func tooDeep(_ max: Int) -> Text {
            Text(vi: "lồng nhau quá \(max) cấp.", en: "nests deeper than \(max) levels.")
        }
        package static func syntax(_ complaint: String) -> Text {
            Text(
                vi: "không đúng cú pháp YAML (\(complaint)). Hãy xem dấu hai chấm, thụt dòng và dấu nháy.",
                en: "this is not YAML (\(complaint)). Look at colons, indents and quotes."
            )
        }
        package static func inDataset(_ id: String, _ what: Text) -> Text {
            Text(vi: "bộ dữ liệu \(id): \(what.vi)", en: "dataset \(id): \(what.en)")
        }
        package static let datasetTwice = Text(
            vi: "có hai bộ dữ liệu cùng mã. Hãy đổi mã của một bộ.",
            en: "two datasets have the same id. Change one of them."
        )
        package static func datasetUnknown(_ id: String) -> Text {
            Text(
                vi: "ví dụ hoặc dữ liệu mô phỏng thuộc bộ dữ liệu “\(id)”, nhưng gói không khai báo bộ đó.",
                en: "examples or demo records belong to “\(id)”, which the pack does not declare."
            )
        }

        // MARK: What a test finds

        package static func demoPlace(_ id: String, _ number: Int) -> Text {
            Text(vi: "\(id), bản ghi mô phỏng \(number)", en: "\(id), demo record \(number)")
        }
        package static func examplePlace(_ id: String, _ number: Int) -> Text {
            Text(vi: "\(id), ví dụ \(number)", en: "\(id), example \(number)")
        }
        package static func noSuchOwner(_ unit: String) -> Text {
            Text(
                vi: "không có đơn vị chủ quản “\(unit)”. Hãy kiểm tra mã bằng sen units list.",
                en: "there is no unit “\(unit)” to own it. Look its id up with sen units list."
            )
        }
        package static let shouldNotFit = Text(
            vi: "phải bị từ chối, nhưng lại đúng mẫu.",
            en: "must be refused, but it fits."
        )
        package static func refusedElsewhere(_ place: String, _ what: Text) -> Text {
            Text(
                vi: "phải bị từ chối ở \(place), nhưng lại bị từ chối vì: \(what.vi)",
                en: "must be refused at \(place), but is refused because: \(what.en)"
            )
        }
        package static func keyTwice(_ key: String, _ other: Int) -> Text {
            Text(
                vi: "trùng khóa “\(key)” với bản ghi \(other).",
                en: "has the key “\(key)” of record \(other)."
            )
        }
        package static func testSums(datasets: Int, records: Int, examples: Int, faults: Int) -> Text {
            Text(
                vi:
                    "\(datasets) bộ dữ liệu, \(records) bản ghi mô phỏng, \(examples) ví dụ: "
                    + (faults == 0 ? "tất cả đều đúng." : "\(faults) lỗi."),
                en:
                    "\(datasets) datasets, \(records) demo records, \(examples) examples: "
                    + (faults == 0 ? "all right." : "\(faults) faults.")
            )
        }

        // MARK: What applying does

        package static func step(_ id: String, _ what: Text) -> Text {
            Text(vi: "\(id): \(what.vi)", en: "\(id): \(what.en)")
        }
        package static let stepNew = Text(vi: "mới, cần khai báo", en: "new, to be declared")
        package static let stepSame = Text(vi: "giữ nguyên", en: "the same")
        package static func stepChanged(from version: Int) -> Text {
            Text(
                vi: "thay đổi so với phiên bản \(version)",
                en: "differs from version \(version)"
            )
        }
        package static func stepRefused(_ why: Text) -> Text {
            Text(vi: "KHÔNG áp dụng được: \(why.vi)", en: "CANNOT be applied: \(why.en)")
        }
        package static func indented(_ text: Text) -> Text { Text(vi: "  " + text.vi, en: "  " + text.en) }
        package static let schemaChanged = Text(
            vi: "mẫu dữ liệu có phiên bản mới",
            en: "the schema gets a new version"
        )
        package static func fieldAdded(_ path: String) -> Text {
            Text(vi: "thêm trường \(path)", en: "adds the field \(path)")
        }
        package static func fieldRemoved(_ path: String) -> Text {
            Text(vi: "bỏ trường \(path)", en: "removes the field \(path)")
        }
        package static func indexChanged(_ path: String, _ kind: String?) -> Text {
            guard let kind else {
                return Text(vi: "\(path): không còn lọc được", en: "\(path): can be filtered by no more")
            }
            return Text(vi: "\(path): lọc được (\(kind))", en: "\(path): can be filtered by (\(kind))")
        }
        package static func sumChanged(_ path: String, _ decimals: Int?) -> Text {
            guard let decimals else {
                return Text(vi: "\(path): không còn cộng tổng", en: "\(path): is summed no more")
            }
            return Text(
                vi: "\(path): cộng tổng, \(decimals) chữ số thập phân",
                en: "\(path): is summed, with \(decimals) decimals"
            )
        }
        package static func broken(_ count: Int, of all: Int) -> Text {
            Text(
                vi: "\(count) trong \(all) bản ghi không còn đúng mẫu:",
                en: "\(count) of \(all) records stop fitting:"
            )
        }
        package static func brokenPlace(_ place: String, _ count: Int, _ what: Text, _ keys: [String]) -> Text
        {
            let list = keys.joined(separator: ", ")
            return Text(
                vi: "  \(place), \(count) bản ghi: \(what.vi)" + (keys.isEmpty ? "" : " (\(list))"),
                en: "  \(place), \(count) records: \(what.en)" + (keys.isEmpty ? "" : " (\(list))")
            )
        }
        package static let brokenMore = Text(vi: "  và các chỗ khác", en: "  and at other places")
        package static let notApplied = Text(
            vi:
                "Chưa ghi gì. Hãy sửa gói, hoặc thêm --accept-breaks nếu chấp nhận bản ghi cũ giữ mẫu cũ.",
            en:
                "Nothing is written. Mend the pack, or add --accept-breaks if old records may keep their old schema."
        )
        package static func applied(_ name: String, _ version: Int) -> Text {
            Text(
                vi: "Đã áp dụng gói \(name), phiên bản \(version).",
                en: "The pack \(name), version \(version), is applied."
            )
        }
        package static func demoLoaded(_ id: String, _ records: Int?) -> Text {
            guard let records else {
                return Text(
                    vi: "\(id): đã có số liệu khác nên không nạp dữ liệu mô phỏng",
                    en: "\(id): has other records, so the invented ones are left out"
                )
            }
            return Text(
                vi: "\(id): \(records) bản ghi là dữ liệu mô phỏng",
                en: "\(id): \(records) invented records"
            )
        }
        package static let demoReason = Text(
            vi: "Dữ liệu mô phỏng, không phải số liệu thật",
            en: "Synthetic data, not real figures"
        )
        package static func demoReady(packs: Int, records: Int) -> Text {
            Text(
                vi: "Đã có \(packs) gói lĩnh vực với \(records) bản ghi, đều là dữ liệu mô phỏng.",
                en: "\(packs) sector packs are there with \(records) records, all of them invented."
            )
        }
    }
}
