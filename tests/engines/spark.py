"""Apache Spark: RDD.pipe, each partition through a filter of its own."""
import os
import shlex
import sys

from pyspark.sql import SparkSession

source, target, *command = sys.argv[1:]
spark = (SparkSession.builder.master("local[2]").appName("moniker")
         .config("spark.ui.enabled", "false").config("spark.log.level", "ERROR").getOrCreate())
lines = spark.sparkContext.textFile(source, 4)
assert lines.getNumPartitions() >= 4
masked = lines.pipe(shlex.join(command), env=dict(os.environ), checkCode=True)   # else it has no environment at all
with open(target, "w", encoding="utf-8", newline="") as file:
    for line in masked.toLocalIterator():
        file.write(line + "\n")
print("Spark %s, %d partitions" % (spark.version, lines.getNumPartitions()))
spark.stop()
