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
    package static func boundaryFeature(_ number: Int, _ what: Text) -> Text {
        Text(vi: "Đối tượng thứ \(number): \(what.vi)", en: "Feature \(number): \(what.en)")
    }
    package static let boundaryWithoutCode = Text(
        vi: "thiếu mã đơn vị. Hãy ghi mã đơn vị hành chính vào “id” hoặc thuộc tính “code”.",
        en: "it has no code. Put the unit's code into its “id” or its property “code”."
    )
    package static func boundaryCodeTwice(_ code: String) -> Text {
        Text(
            vi: "mã “\(code)” đã có ở một đối tượng trước. Hãy gộp thành một MultiPolygon.",
            en: "an earlier feature has the code “\(code)” already. Join the two in one MultiPolygon."
        )
    }
    package static func boundaryUnitUnknown(_ code: String) -> Text {
        Text(
            vi:
                "không có đơn vị nào đang hoạt động mang mã “\(code)”. Hãy kiểm tra lại mã hoặc thêm đơn vị trước.",
            en: "no unit of this day has the code “\(code)”. Check the code, or add the unit first."
        )
    }
    package static let boundaryOffGlobe = Text(
        vi:
            "tọa độ không phải kinh độ, vĩ độ WGS 84. Hãy chuyển dữ liệu (ví dụ từ VN-2000) sang WGS 84 rồi nhập lại.",
        en:
            "its coordinates are not degrees in WGS 84. Convert the data (for example from VN-2000) and import it again."
    )
    package static let boundaryRingInvalid = Text(
        vi: "đường bao không khép kín hoặc có ít hơn bốn điểm. Hãy kiểm tra lại hình.",
        en: "a ring is not closed or has fewer than four positions. Check the shape."
    )
    package static let unitIDInvalid = Text(
        vi:
            "Mã nhận dạng đơn vị chỉ gồm chữ thường không dấu, chữ số, dấu gạch ngang, tối đa 64 ký tự. Hãy nhập lại.",
        en:
            "A unit's id has only small letters without marks, digits and hyphens, at most 64. Enter it again."
    )
    package static let unitCodeInvalid = Text(
        vi: "Mã đơn vị đang để trống hoặc dài quá 64 ký tự. Hãy nhập lại.",
        en: "The unit's code is empty or longer than 64 characters. Enter it again."
    )
    package static func unitNameInvalid(charactersMax: Int) -> Text {
        Text(
            vi: "Tên đơn vị đang để trống, dài quá \(charactersMax) ký tự hoặc có ký tự lạ. Hãy nhập lại.",
            en:
                "The unit's name is empty, longer than \(charactersMax) characters or has control characters. Enter it again."
        )
    }
    package static let unitDaysInvalid = Text(
        vi: "Ngày kết thúc phải sau ngày bắt đầu hiệu lực. Hãy sửa lại hai ngày này.",
        en: "The day on which the unit ends must come after the day on which it begins. Correct the two days."
    )
    package static let unitAreaInvalid = Text(
        vi: "Diện tích phải là số không âm, tính bằng km². Hãy nhập lại.",
        en: "The area must be a number of square kilometres that is not negative. Enter it again."
    )
    package static func unitParentUnknown(_ id: String) -> Text {
        Text(
            vi: "Không có đơn vị “\(id)”. Hãy kiểm tra lại đơn vị cấp trên, hoặc thêm đơn vị đó trước.",
            en: "There is no unit “\(id)”. Check the parent, or add that unit first."
        )
    }
    package static let unitCodeTakenGeneral = Text(
        vi: "Mã đơn vị đã được dùng cho một đơn vị khác đang hoạt động. Hãy chọn mã khác.",
        en: "Another unit of today has this code already. Choose another code."
    )
    package static func unitCodeTaken(_ code: String) -> Text {
        Text(
            vi: "Mã “\(code)” đã được dùng cho một đơn vị khác đang hoạt động. Hãy chọn mã khác.",
            en: "Another unit of today has the code “\(code)” already. Choose another code."
        )
    }
    package static func unitTwiceInFile(firstLine: Int) -> Text {
        Text(
            vi: "Đơn vị này đã có ở dòng \(firstLine) trong cùng tệp. Hãy bỏ bớt một dòng.",
            en: "Line \(firstLine) of the same file has this unit already. Remove one of the two."
        )
    }
    package static func unitKindUnknown(_ kind: String, allowed: [String]) -> Text {
        let list = allowed.joined(separator: ", ")
        return Text(
            vi:
                "Không rõ loại đơn vị “\(kind)”. Các loại được dùng: \(list), hoặc tên tiếng Việt như Xã, Phường, Thị trấn.",
            en: "“\(kind)” is no kind of unit. The kinds are: \(list)."
        )
    }
    package static func unitDayInvalid(column: String, _ text: String) -> Text {
        Text(
            vi: "Cột “\(column)” có ngày “\(text)” không đúng. Hãy viết theo dạng 2025-07-01.",
            en: "The column “\(column)” has “\(text)”, which is no day. Write it as 2025-07-01."
        )
    }
    package static func unitNumberInvalid(column: String, _ text: String) -> Text {
        Text(
            vi:
                "Cột “\(column)” có “\(text)” không phải là số. Hãy viết số với dấu chấm thập phân, ví dụ 18.67.",
            en:
                "The column “\(column)” has “\(text)”, which is no number. Write it with a decimal point, such as 18.67."
        )
    }
    package static let unitLocationInvalid = Text(
        vi: "Tọa độ phải có đủ vĩ độ từ −90 đến 90 và kinh độ từ −180 đến 180. Hãy sửa lại hai cột này.",
        en:
            "A place needs a latitude from −90 to 90 and a longitude from −180 to 180. Correct the two columns."
    )
    package static let unitKindProvince = Text(vi: "Tỉnh", en: "Province")
    package static let unitKindDepartment = Text(vi: "Sở, ban, ngành", en: "Department")
    package static let unitKindDistrict = Text(vi: "Huyện", en: "District")
    package static let unitKindWard = Text(vi: "Phường", en: "Ward")
    package static let unitKindTown = Text(vi: "Thị trấn", en: "Town")
    package static let unitKindCommune = Text(vi: "Xã", en: "Commune")
    package static let unitKindOther = Text(vi: "Đơn vị khác", en: "Other")
}
