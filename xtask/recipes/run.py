"""Runs the statements of docs/recipes.md that are for one engine.

usage: run.py ENGINE STATEMENTS

The present folder holds the exported files; STATEMENTS a file for each statement, named by its
line on the page and by what is compared: names of CHECKS with commas between them. Each is the
table (in Python: the variable) of that name, and `annotated` and `report` what the statement
selects, if it does. Every row is compared with what Python's csv and json read.
"""

import csv
import json
import os
import random
import re
import subprocess
import sys
import time
from collections import Counter
from datetime import datetime
from functools import cache
from pathlib import Path

PAGE = "docs/recipes.md"
REGISTRY = Path(__file__).parents[2] / "registry"
# Where ClickHouse's server reads files.
USER_FILES = "/var/lib/clickhouse/user_files/"
# The engines that read an empty cell of the descriptions as a text, as the page says.
EMPTY_TEXTS = ["clickhouse", "pyarrow", "sqlite"]


@cache
def read(path):
    """The rows of a CSV file, which nobody changes."""
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def write_flows():
    """Flows to usual services, to any service, and to any port: more than the registry has rows,
    as a planner looks at sizes."""
    dice, services = random.Random(443), read("enrichment.csv")
    with open("flows.csv", "w", encoding="utf-8") as file:
        file.write("dst_port,protocol,bytes\n")
        for _ in range(30_000):
            service = dice.choice(services[:60] if dice.random() < 0.6 else services)
            port, protocol = service["port"], service["protocol_number"]
            if dice.random() < 0.2:
                port, protocol = dice.randrange(65_536), dice.choice([1, 6, 17, 47, 132])
            file.write(f"{port},{protocol},{dice.randrange(40, 100_000)}\n")


# What the answers have to be: for each check a function that gives the rows.


def iana_ports():
    return read("enrichment.csv")


def tcp_names():
    """The file of one transport, which is the other one's rows of that transport."""
    rows = [(row["port"], row["service_name"]) for row in iana_ports() if row["transport"] == "tcp"]
    if rows != [tuple(row.values()) for row in read("tcp.csv")]:
        raise ValueError("tcp.csv: expected the rows of enrichment.csv")
    return read("tcp.csv")


def annotated():
    """Each flow with the name of its service."""
    names = {(row["port"], row["protocol_number"]): row["service_name"] for row in iana_ports()}
    for flow in read("flows.csv"):
        yield flow | {"service_name": names.get((flow["dst_port"], flow["protocol"]), "")}


def report():
    """Bytes by service."""
    total = Counter()
    for flow in annotated():
        total[flow["service_name"]] += int(flow["bytes"])
    return [{"service_name": name, "bytes": str(count)} for name, count in total.items()]


@cache
def services():
    """The flat rows, which are IANA's."""
    rows = read("services.csv")
    for row, iana in zip(rows, read(REGISTRY / "service-names-port-numbers.csv"), strict=True):
        first, _, last = iana["Port Number"].partition("-")
        flat = {
            "first_port": first,
            "last_port": last or first,
            "service_name": iana["Service Name"],
            "transport": iana["Transport Protocol"],
            "registration_date": iana["Registration Date"],
            "modification_date": iana["Modification Date"],
            "service_code": iana["Service Code"],
        }
        if not flat.items() <= row.items():
            raise ValueError(f"services.csv: expected {iana}, found {row}")
    return rows


def contacts():
    return read("contacts.csv")


def service_lines():
    """The rows as JSON, which say what the flat ones say."""
    with open("services.jsonl", encoding="utf-8") as file:
        rows = [json.loads(line) for line in file]
    for row, flat in zip(rows, services(), strict=True):
        found = [row["service_name"], row["first_port"], row["last_port"]]
        found += ["|".join(row[column]) for column in ["assignee", "contact", "reference"]]
        columns = ["service_name", "first_port", "last_port", "assignee", "contact", "references"]
        if [text(value) for value in found] != [flat[column] for column in columns]:
            raise ValueError(f"services.jsonl: expected {flat}, found {row}")
    return rows


def contact_lines():
    with open("contacts.jsonl", encoding="utf-8") as file:
        return [json.loads(line) for line in file]


CHECKS = {
    check.__name__: check
    for check in [
        iana_ports,
        tcp_names,
        annotated,
        report,
        services,
        contacts,
        service_lines,
        contact_lines,
    ]
}
# The answers that a statement may select.
ANSWERS = ["annotated", "report"]


def text(value):
    """A value as it stands in a CSV file."""
    if isinstance(value, str):
        return value
    if value is None:
        return ""
    if isinstance(value, datetime):
        return str(value.date())
    return str(value)


def compare(check, found, engine):
    """Counts the rows, if none is missing and none too many."""
    expected, columns = list(CHECKS[check]()), sorted(found[0])
    # Of these a recipe takes what it needs.
    missing = set(expected[0]).symmetric_difference(columns)
    if check == "iana_ports":
        missing -= {"key", "transport"}
    if missing:
        raise ValueError(f"{check}: expected columns {list(expected[0])}, found {columns}")

    def count(rows):
        return Counter(tuple(text(row[column]) for column in columns) for row in rows)

    expected, counted = count(expected), count(found)
    for what, rows in [("missing", expected - counted), ("too many", counted - expected)]:
        if rows:
            some = list(rows)[:3]
            raise ValueError(f"{check}: {rows.total()} rows {what}, such as {columns}: {some}")
    if check == "iana_ports":
        expected = "" if engine in EMPTY_TEXTS else None
        empty = {row["description"] for row in found if not row["description"]}
        if empty != {expected}:
            raise ValueError(f"{check}: expected empty cells as {expected!r}, found {empty}")
    return f"{check} {counted.total():,}"


# Engines: each gives a function that runs a statement and gives the rows that it selects, and
# one that gives the rows of a table or variable.


def sql(execute):
    """An engine that takes a statement at a time, and gives rows."""

    def run(statements):
        rows = None
        for statement in re.split(r";\s*$", statements, flags=re.MULTILINE):
            if statement.strip():
                rows = execute(statement)
        return rows

    return run, lambda table: execute(f"SELECT * FROM {table}")


def python(names, rows):
    """A library: the statements share their variables."""
    return lambda statements: exec(statements, names), lambda name: rows(names[name])


def duckdb():
    import duckdb

    connection = duckdb.connect()
    connection.execute(
        "CREATE TABLE flows (dst_port USMALLINT, protocol UTINYINT, bytes UBIGINT);"
        "COPY flows FROM 'flows.csv'"
    )

    def execute(statement):
        answer = connection.execute(statement)
        columns = [column[0] for column in answer.description]
        return [dict(zip(columns, row)) for row in answer.fetchall()]

    return sql(execute)


def clickhouse():
    from chdb.session import Session

    session = Session()
    session.query(
        "CREATE TABLE flows ENGINE = Memory AS SELECT * FROM "
        "file('flows.csv', 'CSVWithNames', 'dst_port UInt16, protocol UInt8, bytes UInt64')"
    )

    def execute(statement):
        # The page has the place of a server, which this is not.
        statement = statement.replace(USER_FILES, f"{os.getcwd()}/")
        return [json.loads(line) for line in str(session.query(statement, "JSONEachRow")).splitlines()]

    return sql(execute)


def datafusion():
    from datafusion import SessionContext

    context = SessionContext()
    context.register_csv("flows_csv", "flows.csv")
    context.sql(
        "CREATE TABLE flows AS SELECT arrow_cast(dst_port, 'UInt16') AS dst_port, "
        "arrow_cast(protocol, 'UInt8') AS protocol, bytes FROM flows_csv"
    )

    def execute(statement):
        if statement.startswith("EXPLAIN"):
            # The small side is what the hash table is built of, unless the page's trap is
            # stepped into.
            for table, side in [("iana_ports", "Right"), ("iana_ports_csv", "Left")]:
                explained = context.sql(re.sub(r"\biana_ports\b", table, statement)).to_pylist()
                plan = "\n".join(row["plan"] for row in explained)
                if f"join_type={side}" not in plan:
                    raise ValueError(f"expected join_type={side} for {table}:\n{plan}")
            print("datafusion: join_type=Right for the table, Left for the CSV file")
        return context.sql(statement).to_pylist()

    return sql(execute)


def sqlite():
    Path("iana-ports.db").unlink(missing_ok=True)

    def shell(statements):
        answer = subprocess.run(
            ["sqlite3", "-bail", "-batch", "-json", "iana-ports.db"],
            input=statements,
            capture_output=True,
            encoding="utf-8",
        )
        if answer.returncode or answer.stderr:
            raise ValueError(answer.stderr)
        return json.loads(answer.stdout or "null")

    shell(
        "CREATE TABLE flows (dst_port INTEGER, protocol INTEGER, bytes INTEGER);\n"
        ".import --csv --skip 1 flows.csv flows\n"
    )

    return shell, lambda table: shell(f"SELECT * FROM {table};\n")


def polars():
    import polars as pl

    schema = {"dst_port": pl.UInt16, "protocol": pl.UInt8, "bytes": pl.UInt64}
    flows = pl.read_csv("flows.csv", schema=schema)
    return python({"flows": flows}, lambda frame: frame.to_dicts())


def pandas():
    import pandas as pd

    types = {"dst_port": "uint16", "protocol": "uint8", "bytes": "uint64"}
    flows = pd.read_csv("flows.csv", dtype=types)
    present = lambda frame: frame.astype(object).where(frame.notna(), None)
    return python({"flows": flows}, lambda frame: present(frame).to_dict("records"))


def pyarrow():
    import pyarrow
    import pyarrow.csv

    types = {"dst_port": "uint16", "protocol": "uint8", "bytes": "uint64"}
    options = pyarrow.csv.ConvertOptions(column_types=types)
    flows = pyarrow.csv.read_csv("flows.csv", convert_options=options)
    return python({"flows": flows}, lambda table: table.to_pylist())


def spark():
    os.environ["SPARK_LOCAL_IP"] = "127.0.0.1"
    from pyspark.sql import SparkSession

    builder = SparkSession.builder.master("local[2]")
    for key in ["spark.ui.enabled", "spark.ui.showConsoleProgress"]:
        builder = builder.config(key, "false")
    session = builder.config("spark.sql.shuffle.partitions", "2").getOrCreate()
    session.sparkContext.setLogLevel("ERROR")
    types = "dst_port int, protocol int, bytes bigint"
    flows = session.read.csv("flows.csv", header=True, schema=types)
    rows = lambda frame: [row.asDict() for row in frame.collect()]
    return python({"flows": flows, "spark": session}, rows)


ENGINES = [duckdb, polars, pandas, pyarrow, datafusion, sqlite, clickhouse, spark]


def main():
    engine, folder = sys.argv[1:]
    write_flows()
    start = time.monotonic()
    run, table = next(start for start in ENGINES if start.__name__ == engine)()
    compared = []
    for path in sorted(Path(folder).iterdir()):
        line, _, checks = path.name.partition(" ")
        try:
            selected = run(path.read_text(encoding="utf-8"))
            for check in checks.split(",") if checks else []:
                is_selected = selected and check in ANSWERS
                compared.append(compare(check, selected if is_selected else table(check), engine))
        except Exception as error:
            sys.exit(f"{PAGE}:{int(line)}: {engine}: {type(error).__name__}: {error}")
    if not compared:
        sys.exit(f"{PAGE}: {engine}: expected a statement with a name of {', '.join(CHECKS)}")
    print(f"{engine}: {', '.join(compared)} rows as expected, {time.monotonic() - start:.1f} s")


if __name__ == "__main__":
    main()
