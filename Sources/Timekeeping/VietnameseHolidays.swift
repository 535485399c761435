extension HolidayCalendar {
    /// Vietnam's public holidays for the years that are known; add later years in the settings.
    ///
    /// Labour Code 2019 (45/2019/QH14) art. 112: 1/1; five days at Tết; 10/3 of the lunar calendar (Hùng Kings);
    /// 30/4; 1/5; 2/9 and one day beside it. Art. 111(3): a holiday on a weekly day of rest moves to the next
    /// working day. 24/11 (Vietnam Culture Day) by Resolution 80-NQ/TW of 7/1/2026. Which days around Tết and
    /// 2/9 are free, and which are swapped, the government says for each year.
    package static let vietnamese = (try? HolidayCalendar(table: vietnameseTable)) ?? HolidayCalendar()

    /// The table as it is read; a test reads it and counts the days.
    static let vietnameseTable = """
        year 2025 announced Notice 6150/TB-BLĐTBXH of 2024 (Tết, the swap of 2 May, National Day)
        off 2025-01-01 new-year
        off 2025-01-27 tet
        off 2025-01-28 tet
        off 2025-01-29 tet
        off 2025-01-30 tet
        off 2025-01-31 tet
        off 2025-04-07 hung-kings
        off 2025-04-30 reunification
        off 2025-05-01 labour
        off 2025-05-02 swapped
        work 2025-04-26
        off 2025-09-01 national
        off 2025-09-02 national

        year 2026 announced Press of 2025-2026 on the government's plan (Tết 14-22 February; 22 August worked for 31 August)
        off 2026-01-01 new-year
        off 2026-02-16 tet
        off 2026-02-17 tet
        off 2026-02-18 tet
        off 2026-02-19 tet
        off 2026-02-20 tet
        # 10/3 of the lunar calendar is Sunday 26 April
        off 2026-04-27 hung-kings
        off 2026-04-30 reunification
        off 2026-05-01 labour
        off 2026-08-31 swapped
        work 2026-08-22
        off 2026-09-01 national
        off 2026-09-02 national
        off 2026-11-24 culture

        year 2027 provisional Labour Code art. 111-112 and the lunar calendar (Tết is 6 February); the plan was not announced
        off 2027-01-01 new-year
        off 2027-02-04 tet
        off 2027-02-05 tet
        off 2027-02-08 tet
        off 2027-02-09 tet
        off 2027-02-10 tet
        off 2027-04-16 hung-kings
        off 2027-04-30 reunification
        # 1 May is a Saturday
        off 2027-05-03 labour
        off 2027-09-02 national
        off 2027-09-03 national
        off 2027-11-24 culture
        """
}
