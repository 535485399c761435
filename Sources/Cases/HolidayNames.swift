package import Language
package import Timekeeping

extension HolidayCalendar.Holiday {
    /// Its name as the law writes it.
    package var text: Text {
        switch self {
        case .newYear: .Case.holidayNewYear
        case .tet: .Case.holidayTet
        case .hungKings: .Case.holidayHungKings
        case .reunification: .Case.holidayReunification
        case .labour: .Case.holidayLabour
        case .national: .Case.holidayNational
        case .culture: .Case.holidayCulture
        case .swapped: .Case.holidaySwapped
        }
    }
}
