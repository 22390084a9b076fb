"""DuckDB: a table out as lines of JSON, through the filter, and in again as a table; nothing lies on the disk between."""
import subprocess
import sys

import duckdb

source, target, *command = sys.argv[1:]
out = "COPY (SELECT * FROM read_json('%s', format = 'newline_delimited')) TO '/dev/stdout' (FORMAT json)"
back = "COPY (SELECT * FROM read_json('/dev/stdin', format = 'newline_delimited')) TO '%s' (FORMAT json)"
program = "import duckdb, sys; duckdb.sql(sys.argv[1])"
first = subprocess.Popen([sys.executable, "-c", program, out % source], stdout=subprocess.PIPE)
masking = subprocess.Popen(command, stdin=first.stdout, stdout=subprocess.PIPE)
last = subprocess.Popen([sys.executable, "-c", program, back % target], stdin=masking.stdout)
first.stdout.close()
masking.stdout.close()
assert [last.wait(), masking.wait(), first.wait()] == [0, 0, 0]
print("DuckDB %s" % duckdb.__version__)
