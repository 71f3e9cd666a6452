#!/usr/bin/env python3
"""Compares a dump of the crate's answers with answers worked out here.

The dump comes on standard input, an array of JSON a line, as `cargo xtask
oracle` writes it; the tables are read from `registry/` with Python's `csv`.
Only the standard library is needed. Exit code 1: an answer differs.
"""

import csv
import json
import re
import sys
from collections import Counter, defaultdict
from pathlib import Path
from urllib.parse import unquote

REGISTRY = Path(__file__).resolve().parent.parent / "registry"
TRANSPORTS = ["tcp", "udp", "sctp", "dccp"]
SENTENCE = re.compile(
    r"[ \n]*IANA assigned this well-formed service name as a replacement for \"[^\"]*\"\."
)
ALIAS = re.compile(r'This entry is an alias to "([^"]*)"')
ADDRESS = re.compile(r"mailto:([A-Za-z0-9._+'-]+)[&@]([A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+)>?")
SHOWN = 20


def table(file):
    """The lines of a file as dictionaries by column."""
    with open(REGISTRY / file, newline="", encoding="utf-8") as text:
        return list(csv.DictReader(text))


def fold(name):
    """The name in lower case: letters of ASCII only (RFC 6335, section 5.1)."""
    return "".join(chr(ord(c) + 32) if "A" <= c <= "Z" else c for c in name)


def handles(cell):
    """`[A][B]` as A and B."""
    return re.findall(r"\[([^\]]*)\]", cell)


class Model:
    """The rows of a registry, and which of them answer a question."""

    def __init__(self, rows, preferred, categories):
        self.rows = rows
        self.categories = categories
        self.on = {transport: defaultdict(list) for transport in TRANSPORTS}
        self.named = defaultdict(list)
        self.aliases = defaultdict(list)
        for number, row in enumerate(rows):
            row["ports"] = ports(row["Port Number"])
            row["preferred"] = (
                row["Service Name"], row["Port Number"], row["Transport Protocol"]
            ) in preferred
            alias = ALIAS.search(row["Assignment Notes"])
            row["alias"] = alias and alias[1]
            first, last = row["ports"] or (0, -1)
            of_row = row["Transport Protocol"]
            for transport in [of_row] if of_row else TRANSPORTS:
                for port in range(first, last + 1):
                    self.on[transport][port].append(number)
            if row["Service Name"]:
                self.named[fold(row["Service Name"])].append(number)
        for by_port in self.on.values():
            for numbers in by_port.values():
                numbers.sort(key=self.order_on_port)
        for numbers in self.named.values():
            numbers.sort(key=lambda n: (not rows[n]["preferred"], not rows[n]["ports"], n))

    def order_on_port(self, number):
        row = self.rows[number]
        first, last = row["ports"]
        nameless = not row["Service Name"]
        return nameless, not row["preferred"], bool(row["alias"]), first != last, number

    def services_on(self, transport, port):
        return [n for n in self.on[transport].get(port, ()) if self.rows[n]["Service Name"]]

    def status(self, transport, port):
        numbers = self.on[transport].get(port)
        if numbers:
            return row_status(self.rows[numbers[0]])
        return "Dynamic" if port >= 49152 else "Unassigned"

    def siblings(self, number):
        """The other services that share the first port and the transport."""
        row = self.rows[number]
        if not row["ports"] or not row["Transport Protocol"]:
            return []
        on_key = self.services_on(row["Transport Protocol"], row["ports"][0])
        return sorted(n for n in on_key if n != number)

    # Each of these is named after the question that it answers.

    def answer_row(self, number):
        row = self.rows[number]
        name = row["Service Name"]
        alias_of = aliases = None
        if name:
            siblings = self.siblings(number)
            alias_of = [n for n in siblings if self.rows[n]["Service Name"] == row["alias"]]
            alias_of = alias_of[0] if alias_of else None
            aliases = [n for n in siblings if self.rows[n]["alias"] == name]
        return {
            "name": name or None,
            "ports": row["ports"],
            "transport": row["Transport Protocol"] or None,
            "status": row_status(row),
            "description": SENTENCE.sub("", row["Description"]),
            "assignees": handles(row["Assignee"]),
            "contacts": handles(row["Contact"]),
            "registered": row["Registration Date"] or None,
            "modified": row["Modification Date"] or None,
            "references": references(row["Reference"]),
            "service_code": int(row["Service Code"]) if row["Service Code"] else None,
            "unauthorized_use": row["Unauthorized Use Reported"] or None,
            "notes": row["Assignment Notes"] or None,
            "alias_of": alias_of,
            "aliases": aliases,
            "category": self.categories.get(fold(name)) if name else None,
        }

    def answer_key(self, transport, port):
        services = self.services_on(transport, port)
        return [self.status(transport, port), services[0] if services else None, services]

    def answer_name(self, name):
        numbers = self.named.get(fold(name), [])
        on = [
            next((n for n in numbers if self.rows[n]["Transport Protocol"] in ("", t)), None)
            for t in TRANSPORTS
        ]
        return [on, numbers]


def ports(cell):
    """`6000-6063` as its first and last port, `None` for an empty cell."""
    if not cell:
        return None
    first, _, last = cell.partition("-")
    return [int(first), int(last or first)]


def references(cell):
    """`[RFC6353][1]` as `RFC 6353`: a number alone is the mark of a footnote."""
    texts = (text for text in handles(cell) if not text.isdigit())
    return [re.sub(r"^RFC(?=\d)", "RFC ", text) for text in texts]


def row_status(row):
    if row["Service Name"]:
        return "Assigned"
    return "Unassigned" if "unassigned" in row["Description"].lower() else "Reserved"


def customary_rows(lines):
    """The lines of `customary.csv` with IANA's columns."""
    for line in lines:
        source, of = line["Source"], line["Registered Name"]
        yield {
            "Service Name": line["Service Name"],
            "Port Number": line["Port Number"],
            "Transport Protocol": line["Transport Protocol"],
            "Description": line["Reason"],
            "Assignee": "",
            "Contact": "",
            "Registration Date": "",
            "Modification Date": "",
            "Reference": f"[{source}]",
            "Service Code": "",
            "Unauthorized Use Reported": "",
            "Assignment Notes": f'A customary name of "{of}"' if of else "",
        }


class Contacts:
    """The contacts by handle, and what each answers."""

    def __init__(self, people, services):
        self.people = {person["ID"]: person for person in people}
        self.folded = {}
        for handle in self.people:
            self.folded.setdefault(fold(handle), handle)
        cells = (set(handles(row["Assignee"]) + handles(row["Contact"])) for row in services)
        self.services = Counter(handle for cell in cells for handle in cell)

    def answer(self, handle, given):
        person = self.people[handle]
        uris = [line.strip() for line in person["Contact URI"].splitlines() if line.strip()]
        asked = "".join(chr(ord(c) - 32) if "a" <= c <= "z" else c for c in handle)
        exact = asked in self.people
        return {
            "name": person["Name"] or None,
            "organization": person["Organization"] or None,
            "uris": uris,
            "email": email(uris, given["email"]),
            "updated": person["Last Updated"] or None,
            "display_name": person["Name"] or person["Organization"] or handle,
            "services": self.services[handle],
            "bracketed": handle,
            "folded": asked if exact else self.folded[fold(asked)],
        }


def email(uris, given):
    """The address of the first URI that is plainly one; of any other, what is
    given, as long as its mailbox and host stand in a URI."""
    plain = ADDRESS.fullmatch(uris[0]) if uris else None
    if plain:
        return f"{plain[1]}@{plain[2]}"
    if given is not None:
        mailbox, _, host = given.rpartition("@")
        decoded = map(unquote, uris)
        return given if any(mailbox in uri and host in uri for uri in decoded) else None
    return None


def main():
    lines = table("customary.csv")
    preferred = {
        (line["Service Name"], line["Port Number"], line["Transport Protocol"])
        for line in table("preferred.csv")
    }
    categories = {fold(line["Service Name"]): line["Category"] for line in table("categories.csv")}
    iana = Model(table("service-names-port-numbers.csv"), preferred, categories)
    customary = Model(list(customary_rows(lines)), set(), categories)
    models = {"iana": iana, "customary": customary}
    contacts = Contacts(
        table("contacts.csv"), [row for row in iana.rows if row["Service Name"]]
    )
    customary_names = iter(lines)

    counts, differences = Counter(), 0
    for text in sys.stdin:
        question, *rest = json.loads(text)
        if question == "registered name":
            line = next(customary_names)
            asked, given = [], rest
            expected = [line["Service Name"], line["Registered Name"] or None, line["Source"]]
            if given[1] and expected[1]:
                given[1], expected[1] = fold(given[1]), fold(expected[1])
        elif question == "contact":
            asked, given = rest[:1], rest[1]
            expected = contacts.answer(asked[0], given)
        else:
            of, *rest = rest
            width = 2 if question == "key" else 1
            asked = rest[:width]
            given = rest[width:] if question != "row" else rest[1]
            expected = getattr(models[of], f"answer_{question}")(*asked)
            question = f"{of} {question}"
        counts[question] += 1
        if given != expected:
            differences += 1
            if differences <= SHOWN:
                if isinstance(given, dict):
                    keys = [key for key in expected if given.get(key) != expected[key]]
                    given = {key: given.get(key) for key in keys}
                    expected = {key: expected[key] for key in keys}
                print(f"{question} {asked}: {given} instead of {expected}", file=sys.stderr)

    # What has to be asked, so that a dump that lacks something is told.
    whole = {"contact": len(contacts.people), "registered name": len(lines)}
    for of, model in models.items():
        whole[f"{of} row"] = len(model.rows)
        whole[f"{of} key"] = len(TRANSPORTS) * 65536
        whole[f"{of} name"] = 2 * sum(len(numbers) for numbers in model.named.values())
    for question, count in whole.items():
        if counts[question] != count:
            differences += 1
            print(f"{question}: {counts[question]} instead of {count}", file=sys.stderr)
    total = sum(counts.values())
    print(f"oracle: {total} answers, {differences} of them differ")
    return 1 if differences else 0


if __name__ == "__main__":
    sys.exit(main())
