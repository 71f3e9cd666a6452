"""Runs the statements of docs/recipes.md that are for one engine.

usage: run.py ENGINE STATEMENTS

The present folder holds the exported files; STATEMENTS a file for each statement, named by its
line on the page and by what is compared, a check of CHECKS. Of SQL, that is what the statement
selects, or else the table of that name that it has made; of Python, the variable of that name.
Every row is compared, by the names of its columns, with what Python's csv and json read.
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
from pathlib import Path

PAGE = "docs/recipes.md"
REGISTRY = Path(__file__).parents[2] / "registry" / "service-names-port-numbers.csv"
# Where ClickHouse's server reads files.
USER_FILES = "/var/lib/clickhouse/user_files/"
# What an empty cell of a CSV file is to an engine, as the page says.
EMPTY = {"pyarrow": "", "sqlite": "", "clickhouse": ""}


def read(path):
    """The rows of a CSV file."""
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def write_flows():
    """Flows to usual services, to any service, and to any port: more than the registry has rows,
    as a planner looks at sizes."""
    dice, services = random.Random(443), read("enrichment.csv")
    with open("flows.csv", "w", encoding="utf-8") as file:
        file.write("dst_port,protocol,bytes\n")
        for _ in range(50_000):
            service = dice.choice(services[:60] if dice.random() < 0.6 else services)
            port, protocol = service["port"], service["protocol_number"]
            if dice.random() < 0.2:
                port, protocol = dice.randrange(65_536), dice.choice([1, 6, 17, 47, 132])
            file.write(f"{port},{protocol},{dice.randrange(40, 100_000)}\n")


# What the answers have to be: for each check a function that gives the rows.


def names():
    """Names by port and protocol."""
    return {(row["port"], row["protocol_number"]): row["service_name"] for row in services()}


def services():
    return read("enrichment.csv")


def annotated():
    """Each flow with the name of its service."""
    known = names()
    for flow in read("flows.csv"):
        yield flow | {"service_name": known.get((flow["dst_port"], flow["protocol"]), "")}


def report():
    """Bytes by service."""
    total = Counter()
    for flow in annotated():
        total[flow["service_name"]] += int(flow["bytes"])
    return [{"service_name": name, "bytes": str(count)} for name, count in total.items()]


CHECKS = {"iana_ports": services, "annotated": annotated, "report": report}


def text(value):
    """A value as it stands in a CSV file."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    return str(value)


def compare(check, found, engine):
    """Counts rows that are missing or too many. An engine may leave out columns."""
    expected = [dict(row) for row in CHECKS[check]()]
    columns = sorted(found[0]) if found else []
    unknown = set(columns) - set(expected[0])
    if unknown or not {"service_name"} <= set(columns):
        raise ValueError(f"{check}: expected columns of {list(expected[0])}, found {columns}")
    count = lambda rows: Counter(tuple(text(row[column]) for column in columns) for row in rows)
    expected, counted = count(expected), count(found)
    for what, rows in [("missing", expected - counted), ("too many", counted - expected)]:
        if rows:
            some = list(rows.items())[:3]
            raise ValueError(f"{check}: {rows.total()} rows {what}, such as {columns} {some}")
    if check == "iana_ports" and "description" in columns:
        empty = {row["description"] for row in found if not row["description"]}
        if empty != {EMPTY.get(engine)}:
            raise ValueError(f"{check}: expected empty cells as {EMPTY.get(engine)!r}: {empty}")
    return counted.total()


# Engines: each gives a function that runs a statement and gives the rows of a check.


def sql(execute):
    """Of an engine that takes a statement at a time, and gives rows."""

    def run(statements, check):
        rows = None
        for statement in re.split(r";\s*$", statements, flags=re.MULTILINE):
            if statement.strip():
                rows, last = execute(statement), statement
        if check and not re.match(r"\s*(SELECT|WITH|FROM|EXPLAIN)\b", last):
            rows = execute(f"SELECT * FROM {check}")
        return rows

    return run


def python(names, rows):
    """Of a library: the statements share their variables."""

    def run(statements, check):
        exec(statements, names)
        return rows(names[check]) if check else None

    return run


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
    execute = lambda statement: context.sql(statement).to_pylist()
    run = sql(execute)

    def planned(statements, check):
        if check != "plan":
            return run(statements, check)
        # The small side is built into the hash table, unless the page's trap is stepped into.
        for table, side in [("iana_ports", "Right"), ("iana_ports_csv", "Left")]:
            rows = execute(re.sub(r"\biana_ports\b", table, statements))
            plan = "\n".join(row["plan"] for row in rows)
            if f"join_type={side}" not in plan:
                raise ValueError(f"expected join_type={side} for {table}:\n{plan}")

    return planned


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

    def run(statements, check):
        rows = shell(statements)
        return shell(f"SELECT * FROM {check};\n") if check and rows is None else rows

    return run


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


def main():
    engine, folder = sys.argv[1:]
    write_flows()
    start = time.monotonic()
    run = globals()[engine]()
    compared = []
    for path in sorted(Path(folder).iterdir()):
        line, _, check = path.name.partition(" ")
        try:
            rows = run(path.read_text(encoding="utf-8"), check)
            if check in CHECKS:
                compared.append(f"{check} {compare(check, rows, engine):,}")
            elif check:
                compared.append(check)
        except Exception as error:
            sys.exit(f"{PAGE}:{int(line)}: {engine}: {type(error).__name__}: {error}")
    if not compared:
        sys.exit(f"{PAGE}: {engine}: expected a statement with a check of {', '.join(CHECKS)}")
    print(f"{engine}: {', '.join(compared)} as expected, in {time.monotonic() - start:.1f} s")


if __name__ == "__main__":
    main()
