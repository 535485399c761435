extension Text {
    package static let electronicIdentifierInvalid = Text(
        vi: "Mã định danh điện tử không đúng. Hãy nhập theo dạng 000.00.00.H41 hoặc H41.01.02.",
        en: "The electronic identifier is not valid. Enter it in the form 000.00.00.H41 or H41.01.02."
    )
    package static let electronicIdentifierEmpty = Text(
        vi: "Mã định danh điện tử đang để trống. Hãy nhập theo dạng 000.00.00.H41 hoặc H41.01.02.",
        en: "The electronic identifier is empty. Enter it in the form 000.00.00.H41 or H41.01.02."
    )
    package static func electronicIdentifierTooLong(charactersMax: Int) -> Text {
        Text(
            vi:
                "Mã định danh điện tử dài quá \(charactersMax) ký tự. Hãy kiểm tra lại theo Quyết định 20/2020/QĐ-TTg.",
            en:
                "The electronic identifier is longer than \(charactersMax) characters. Check it against Decision 20/2020/QĐ-TTg."
        )
    }
    package static func electronicIdentifierCharacter(_ character: Character) -> Text {
        Text(
            vi:
                "Mã định danh điện tử có ký tự “\(character)” không được dùng. Chỉ dùng chữ số 0–9, chữ in hoa A–Z không dấu và dấu chấm.",
            en:
                "The electronic identifier has the character “\(character)”. Use only the digits 0–9, the capital letters A–Z and dots."
        )
    }
    package static let electronicIdentifierEmptyGroup = Text(
        vi:
            "Mã định danh điện tử có dấu chấm ở đầu, ở cuối hoặc hai dấu chấm liền nhau. Giữa hai dấu chấm phải có chữ hoặc số.",
        en:
            "The electronic identifier begins or ends with a dot, or has two dots together. Put letters or digits between dots."
    )
    package static let unitNotFound = Text(
        vi: "Không tìm thấy đơn vị. Hãy chọn lại trong danh sách đơn vị.",
        en: "The unit was not found. Choose one from the list of units."
    )
    package static let unitInvalid = Text(
        vi: "Thông tin đơn vị chưa hợp lệ. Hãy kiểm tra lại mã, tên, ngày hiệu lực và tọa độ.",
        en: "The unit's details are not valid. Check its code, name, dates and coordinates."
    )
    package static let unitOutsidePermit = Text(
        vi: "Không tìm thấy đơn vị trong phạm vi quản lý của bạn. Hãy chọn lại trong danh sách đơn vị.",
        en: "The unit was not found among those you look after. Choose one from the list of units."
    )
    package static let unitParentRing = Text(
        vi: "Một đơn vị không thể nằm dưới chính nó. Hãy chọn lại đơn vị cấp trên.",
        en: "A unit cannot lie below itself. Choose another parent."
    )
    package static let successionInvalid = Text(
        vi:
            "Thông tin sắp xếp đơn vị chưa hợp lệ. Hãy kiểm tra đơn vị cũ, đơn vị mới, ngày hiệu lực và tỷ lệ.",
        en: "The succession of units is not valid. Check the old unit, the new unit, the day and the share."
    )
    package static let unitImportInvalid = Text(
        vi: "Tệp nhập đơn vị có lỗi nên chưa có gì được lưu. Hãy sửa các dòng được nêu rồi nhập lại.",
        en: "The file of units has errors, so nothing was saved. Correct the rows named and import it again."
    )
    package static let unitImportTooLarge = Text(
        vi: "Tệp nhập quá lớn nên chưa có gì được lưu. Hãy chia nhỏ tệp rồi nhập từng phần.",
        en: "The file is too large, so nothing was saved. Divide it and import the parts."
    )
    package static let boundaryInvalid = Text(
        vi: "Tệp ranh giới không đúng định dạng GeoJSON. Hãy kiểm tra lại tệp rồi nhập lại.",
        en: "The file of boundaries is not valid GeoJSON. Check the file and import it again."
    )
    package static let tooManyUnitsForMap = Text(
        vi: "Có quá nhiều đơn vị để vẽ trên một bản đồ. Hãy chọn một đơn vị cấp dưới.",
        en: "There are too many units for one map. Choose a unit further down."
    )
}
