"""Dask: a bag cut by bytes, each partition through a filter of its own, four at a time."""
import subprocess
import sys

import dask
import dask.bag

source, target, *command = sys.argv[1:]


def masked(lines):
    done = subprocess.run(command, input="".join(lines).encode(), stdout=subprocess.PIPE, check=True)
    return [done.stdout.decode()]


bag = dask.bag.read_text(source, encoding="utf-8", blocksize=50_000)
with open(target, "w", encoding="utf-8", newline="") as file:
    file.writelines(bag.map_partitions(masked).compute(scheduler="threads", num_workers=2))
print("Dask %s, %d partitions" % (dask.__version__, bag.npartitions))
