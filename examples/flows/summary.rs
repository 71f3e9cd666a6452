//! What was read, counted: flows by their service, and what has none.

use std::collections::BTreeMap;

use iana_ports::registry;
use tabled::builder::Builder;
use tabled::settings::object::Columns;
use tabled::settings::{Alignment, Style};

use crate::annotation::Annotation;

#[derive(Default)]
pub(crate) struct Summary {
    /// Every record, also a malformed one.
    pub(crate) records: u64,
    without_ports: u64,
    without_service: u64,
    /// Flows by the id of their service.
    by_service: Vec<u64>,
}

impl Summary {
    /// Takes in what is said of a record.
    #[inline]
    pub(crate) fn count(&mut self, annotation: Annotation) {
        match annotation.service {
            Some(service) => {
                let id = usize::from(service.id());
                if self.by_service.len() <= id {
                    self.by_service.resize(id + 1, 0);
                }
                self.by_service[id] += 1;
            }
            None if annotation.has_ports => self.without_service += 1,
            None => self.without_ports += 1,
        }
    }

    /// The services with the most flows, the first of a number of them.
    pub(crate) fn top(&self, number: usize) -> Vec<(&'static str, u64)> {
        let mut flows: BTreeMap<&str, u64> = BTreeMap::new();
        for (id, count) in (0..=u16::MAX).zip(&self.by_service).filter(|(_, count)| **count > 0) {
            // Services on several ports have one name.
            *flows.entry(registry().name_of(id).unwrap_or_default()).or_default() += count;
        }
        let mut top: Vec<_> = flows.into_iter().collect();
        top.sort_by_key(|(_, count)| core::cmp::Reverse(*count));
        top.truncate(number);
        top
    }

    /// A table of the top services, and of all other records.
    pub(crate) fn table(&self, number: usize, malformed: u64) -> String {
        let mut table = Builder::new();
        table.push_record(["service", "records", "share"]);
        let mut push = |name: &str, count: u64| {
            table.push_record([name.to_owned(), grouped(count), self.share(count)]);
        };
        let top = self.top(number);
        for &(name, count) in &top {
            push(name, count);
        }
        let named: u64 = self.by_service.iter().sum();
        let rest = [
            ("(other services)", named - top.iter().map(|(_, count)| count).sum::<u64>()),
            ("(no service)", self.without_service),
            ("(no ports)", self.without_ports),
            ("(malformed)", malformed),
        ];
        rest.into_iter()
            .filter(|(_, count)| *count > 0)
            .for_each(|(name, count)| push(name, count));
        push("all", self.records);
        let mut table = table.build();
        table.with(Style::psql()).modify(Columns::new(1..), Alignment::right());
        table.to_string()
    }

    /// A share of all records, in percent.
    pub(crate) fn share(&self, count: u64) -> String {
        match self.records {
            0 => String::new(),
            all => format!("{:.1} %", 100.0 * count as f64 / all as f64),
        }
    }
}

/// A number with a comma before every three digits.
pub(crate) fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index) % 3 == 0 {
            text.push(',');
        }
        text.push(digit);
    }
    text
}
