import Language
import Places
import Testing

@Test(
    "both forms of electronic identifier are read and told apart",
    arguments: [
        ("000.00.00.H41", ElectronicIdentifier.Form.qcvn102), ("A0B.C1.22.H49", .qcvn102),
        ("H41", .decision20), ("H41.01.02", .decision20), ("0100109106", .decision20),
        ("000.00.00.441", .decision20), ("000.00.00.HH1", .decision20),
        (String(repeating: "A", count: 35), .decision20),
    ]
)
func identifierForms(text: String, form: ElectronicIdentifier.Form) throws {
    let identifier = try ElectronicIdentifier(text)
    #expect(identifier.form == form)
    #expect(identifier.text == text)
}

@Test(
    "a wrong electronic identifier is refused with a sentence that says what is wrong with it",
    arguments: [
        ("", "để trống"), (String(repeating: "A", count: 36), "35 ký tự"), ("h41", "“h”"), ("H41.Đ", "“Đ”"),
        ("H41 ", "“ ”"), ("H41..01", "dấu chấm"), (".H41", "dấu chấm"), ("H41.", "dấu chấm"),
        ("H４1", "“４”"), ("H4e\u{301}1", "“e\u{301}”"),
    ]
)
func identifierRefused(text: String, says: String) {
    let error = #expect(throws: PlacesError.self) { try ElectronicIdentifier(text) }
    #expect(error?.code == .electronicIdentifierInvalid)
    #expect(error?.text(.vietnamese).contains(says) == true)
}
