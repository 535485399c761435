/// Texts of the shared database: datasets and what is wrong with them.
extension Text {
    package enum Dataset {
        // Classifications
        package static let classOpen = Text(vi: "Dữ liệu mở", en: "Open data")
        package static let classShared = Text(vi: "Dùng chung", en: "Shared")
        package static let classRestricted = Text(vi: "Dùng chung có điều kiện", en: "Restricted")
        package static let classPersonal = Text(vi: "Dữ liệu cá nhân", en: "Personal data")

        // Failures
        package static let notFound = Text(
            vi: "Không có bộ dữ liệu này, hoặc bạn chưa được cấp quyền. Hãy tìm trong danh mục dữ liệu.",
            en: "There is no such dataset, or you have no access to it. Look it up in the catalogue."
        )
        package static let declarationInvalid = Text(
            vi: "Bản khai báo bộ dữ liệu chưa đúng. Hãy sửa các chỗ được nêu rồi gửi lại.",
            en: "The declaration of the dataset is not right. Mend what is named and send it again."
        )
        package static func invalid(_ what: Text) -> Text {
            Text(
                vi: "Bản khai báo bộ dữ liệu chưa đúng: \(what.vi)",
                en: "The declaration of the dataset is not right: \(what.en)"
            )
        }
        package static func list(_ texts: [Text]) -> Text {
            Text(
                vi: texts.map(\.vi).joined(separator: " "),
                en: texts.map(\.en).joined(separator: " ")
            )
        }
        package static let schemaInvalid = Text(
            vi: "Mẫu dữ liệu chưa đúng. Hãy sửa chỗ được nêu rồi gửi lại.",
            en: "The schema is not right. Mend the place that is named and send it again."
        )
        package static func fieldNotInSchema(_ path: String) -> Text {
            Text(
                vi: "mẫu dữ liệu không có trường “\(path)”. Hãy thêm vào mẫu hoặc bỏ khỏi khai báo.",
                en: "the schema has no field “\(path)”. Add it there or remove it from the declaration."
            )
        }
        package static func fieldNotDescribed(_ path: String) -> Text {
            Text(
                vi:
                    "trường “\(path)” chưa có tên trong mục fields. Hãy khai báo tên tiếng Việt và tiếng Anh.",
                en: "the field “\(path)” has no title under fields. Give it one in Vietnamese and in English."
            )
        }
        package static func tooManyIndexes(_ max: Int) -> Text {
            Text(
                vi: "chỉ được lập chỉ mục tối đa \(max) trường.",
                en: "at most \(max) fields can be indexed."
            )
        }
        package static func tooManySums(_ max: Int) -> Text {
            Text(vi: "chỉ được cộng tổng tối đa \(max) trường.", en: "at most \(max) fields can be summed.")
        }
        package static let suppressionOnlyPersonal = Text(
            vi: "chỉ dữ liệu cá nhân mới đặt ngưỡng ẩn số liệu (suppress-below).",
            en: "suppress-below is only for personal data."
        )
        package static let alreadyDeclared = Text(
            vi: "Đã có bộ dữ liệu mang mã này. Hãy chọn mã khác hoặc sửa bộ dữ liệu đã có.",
            en: "A dataset with this name exists. Choose another name, or change that dataset."
        )
        package static let changedMeanwhile = Text(
            vi: "Người khác vừa sửa bộ dữ liệu này. Hãy tải lại rồi sửa tiếp.",
            en: "Someone else has changed this dataset. Load it again and repeat your change."
        )
        package static let structureFixed = Text(
            vi:
                "Không thể đổi khóa, trường đơn vị, trường kỳ, hoặc chuyển sang hay khỏi dữ liệu cá nhân khi đã có bản ghi. Hãy khai báo một bộ dữ liệu mới.",
            en:
                "Key, unit field, period field and being personal data cannot change once there are records. Declare a new dataset."
        )
        package static let breaksRecords = Text(
            vi:
                "Mẫu mới làm cho một số bản ghi hiện có không còn hợp lệ. Hãy xem báo cáo; bản ghi cũ giữ mẫu cũ nếu bạn xác nhận.",
            en:
                "Some records do not fit the new schema. See the report; they keep their old schema if you confirm the change."
        )
        package static let ownerUnknown = Text(
            vi: "Không có đơn vị chủ quản này trong danh sách đơn vị. Hãy kiểm tra mã đơn vị.",
            en: "The owner is not among the units. Check the unit's id."
        )
    }
}
