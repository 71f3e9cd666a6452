//! Dates as the registry writes them: with or without a day.

use core::fmt;
use core::str::FromStr;

use crate::text::pad::pad_display;
use crate::text::text_traits::{debug_as_display, from_str};

/// A date of the registry: a year, a month and, on newer entries, a day.
///
/// It appears in the columns "Registration Date", "Modification Date" and
/// "Last Updated". More than half of the registration dates have no day.
/// Dates order by time; a date without a day comes before every day of its
/// month.
///
/// # Example
///
/// ```
/// use iana_ports::{Date, Transport::Udp, lookup_port};
///
/// let registered: Date = "2005-02".parse()?;
/// assert_eq!((registered.year(), registered.month(), registered.day()), (2005, 2, None));
/// assert!(registered < "2005-02-01".parse()?);
/// assert_eq!(registered.to_string(), "2005-02");
/// # #[cfg(feature = "details")]
/// assert_eq!(lookup_port(16995, Udp).and_then(|service| service.registered()), Some(registered));
/// # Ok::<(), iana_ports::error::ParseDateError>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    // The order of the fields is the order of time.
    year: u16,
    month: u8,
    /// 0 where the registry gives no day.
    day: u8,
}

impl Date {
    /// A date from a year (0-9999), a month (1-12) and perhaps a day (1-31);
    /// `None` if one of them is out of its range.
    ///
    /// A day is not checked against the length of its month: a slip in the
    /// registry is still a date that can be read.
    ///
    /// # Example
    ///
    /// ```
    /// use iana_ports::{Date, EDITION};
    ///
    /// assert_eq!(Date::new(2026, 8, Some(17)), Some(EDITION));
    /// assert_eq!(Date::new(2026, 13, None), None);
    /// ```
    #[must_use]
    pub const fn new(year: u16, month: u8, day: Option<u8>) -> Option<Self> {
        let day = match day {
            None => 0,
            Some(day @ 1..=31) => day,
            Some(_) => return None,
        };
        if year > 9999 || month < 1 || month > 12 {
            return None;
        }
        Some(Self { year, month, day })
    }

    /// The year, 0-9999.
    ///
    /// ```
    /// assert_eq!(iana_ports::EDITION.year(), 2026);
    /// ```
    #[must_use]
    pub const fn year(self) -> u16 {
        self.year
    }

    /// The month, 1-12.
    ///
    /// ```
    /// assert_eq!(iana_ports::EDITION.month(), 8);
    /// ```
    #[must_use]
    pub const fn month(self) -> u8 {
        self.month
    }

    /// The day of the month, 1-31, where the registry gives one.
    ///
    /// ```
    /// assert_eq!(iana_ports::EDITION.day(), Some(17));
    /// ```
    #[must_use]
    pub const fn day(self) -> Option<u8> {
        if self.day == 0 { None } else { Some(self.day) }
    }

    /// The days from 1970-01-01 to this one, negative before it: the date of
    /// Arrow, Parquet and SQL engines. `None` without a day, and for a day that
    /// its month has not.
    ///
    /// ```
    /// use iana_ports::Date;
    ///
    /// assert_eq!("1970-01-02".parse::<Date>()?.days_since_epoch(), Some(1));
    /// assert_eq!("2026-08-17".parse::<Date>()?.days_since_epoch(), Some(20_682));
    /// assert_eq!("2005-02".parse::<Date>()?.days_since_epoch(), None);
    /// assert_eq!("2005-02-29".parse::<Date>()?.days_since_epoch(), None);
    /// # Ok::<(), iana_ports::error::ParseDateError>(())
    /// ```
    #[must_use]
    pub const fn days_since_epoch(self) -> Option<i32> {
        /// The days from 0000-03-01 to 1970-01-01.
        const EPOCH: i32 = 719_468;
        let is_leap = self.year % 4 == 0 && (self.year % 100 != 0 || self.year % 400 == 0);
        let length = match self.month {
            2 => 28 + is_leap as u8,
            4 | 6 | 9 | 11 => 30,
            _ => 31,
        };
        if self.day == 0 || self.day > length {
            return None;
        }
        // Years and months from March on, so that the leap day comes last.
        let (year, month) = (self.year as i32, self.month as i32);
        let (year, month) = if month < 3 { (year - 1, month + 9) } else { (year, month - 3) };
        let leap_days = year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400);
        let days = (153 * month + 2) / 5 + self.day as i32 - 1;
        Some(year * 365 + leap_days + days - EPOCH)
    }

    /// The first year that the 16 bits of a table can hold.
    #[allow(dead_code, reason = "the compiler of the registry names it in an error")]
    pub(crate) const FIRST_YEAR: u16 = 1970;
    /// The last year that the 16 bits of a table can hold.
    pub(crate) const LAST_YEAR: u16 = Self::FIRST_YEAR + 127;

    /// Seven bits of year, four of month, five of day; `None` outside
    /// 1970-2097. Never 0, which says "no date" in a table.
    #[allow(dead_code, reason = "only the compiler of the registry writes tables")]
    pub(crate) const fn pack(self) -> Option<u16> {
        if self.year < Self::FIRST_YEAR || self.year > Self::LAST_YEAR {
            return None;
        }
        let year = self.year - Self::FIRST_YEAR;
        Some(year << 9 | (self.month as u16) << 5 | self.day as u16)
    }

    /// The inverse of [`pack`](Self::pack).
    #[allow(clippy::cast_possible_truncation, reason = "masked to four and five bits")]
    pub(crate) const fn unpack(packed: u16) -> Self {
        let (month, day) = (packed >> 5 & 0xf, packed & 0x1f);
        Self { year: Self::FIRST_YEAR + (packed >> 9), month: month as u8, day: day as u8 }
    }

    fn parse(text: &str) -> Option<Self> {
        let mut fields = text.split('-');
        let (year, month) = (number(fields.next()?, 4)?, number(fields.next()?, 2)?);
        let day = match fields.next() {
            Some(day) => Some(number(day, 2)?),
            None => None,
        };
        Self::new(year, month, day).filter(|_| fields.next().is_none())
    }
}

/// The number that so many digits write.
fn number<N: FromStr>(digits: &str, count: usize) -> Option<N> {
    let is_number = digits.len() == count && digits.bytes().all(|byte| byte.is_ascii_digit());
    is_number.then(|| digits.parse().ok())?
}

/// As IANA writes it: `2012-02-17` or `2005-02`.
impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        pad_display(f, |out| {
            write!(out, "{:04}-{:02}", self.year, self.month)?;
            self.day().map_or(Ok(()), |day| write!(out, "-{day:02}"))
        })
    }
}

debug_as_display!(Date);
from_str! {
    Date, Self::parse,
    /// A text that is no [`Date`].
    ///
    /// ```
    /// let error = "17 Aug 2026".parse::<iana_ports::Date>().unwrap_err();
    /// assert_eq!(
    ///     error.to_string(),
    ///     "malformed date \"17 Aug 2026\", \
    ///      expected YYYY-MM or YYYY-MM-DD with months 01-12, days 01-31",
    /// );
    /// ```
    ParseDateError:
    "malformed date {found:?}, expected YYYY-MM or YYYY-MM-DD with months 01-12, days 01-31"
}

#[cfg(test)]
mod tests {
    use super::Date;

    #[test]
    fn every_packed_date_unpacks_and_reads_back() {
        for packed in 0..=u16::MAX {
            let date = Date::unpack(packed);
            let valid = (1..=12).contains(&date.month());
            assert_eq!(date.to_string().parse() == Ok(date), valid, "{packed:#x} is {date}");
            assert_eq!(date.pack(), Some(packed));
        }
    }

    #[test]
    fn only_two_forms_are_dates() {
        for text in ["2026-08-17", "2005-02", "1992-07", "0000-01-01", "2011-02-31"] {
            assert_eq!(text.parse::<Date>().unwrap().to_string(), text);
        }
        for text in [
            "",
            "2026",
            "2026-8",
            "2026-08-7",
            "2026-13",
            "2026-00",
            "2026-08-00",
            "2026-08-32",
            "2026/08",
            "2026-08/17",
            " 2026-08",
            "2026-08 ",
            "+026-08",
            "٢٠٢٦-08",
            "20260817",
            "2026-08-17Z",
        ] {
            assert!(text.parse::<Date>().is_err(), "{text:?}");
        }
    }

    #[test]
    fn a_month_comes_before_its_days() {
        let dates: Vec<Date> = ["2005-01-31", "2005-02", "2005-02-01", "2005-03"]
            .iter()
            .map(|text| text.parse().unwrap())
            .collect();
        assert!(dates.is_sorted());
        assert_eq!(Date::new(1969, 12, None).unwrap().pack(), None);
        assert_eq!(Date::new(2098, 1, None).unwrap().pack(), None);
    }
}
