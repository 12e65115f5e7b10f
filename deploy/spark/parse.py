"""Reads dumps on a Spark cluster:  spark-submit deploy/spark/parse.py /mnt/dumps hdfs:///records 400

Every node needs `muragat` on its PATH and sees the dumps under the same paths. What comes out is one JSON record a line;
`hdfs dfs -cat /records/part-* | muragat import --db archive.db -` makes the archive of it, the same as of the dumps.
Hadoop Streaming takes the same filter: -mapper 'muragat parse --quiet --files-from -' -reducer NONE, over a file of paths.
Checked here: compiled, and the filter that it names is run by test/cli/parse-filter.test.ts. No Spark was at hand: not run.
"""

import os
import sys

from pyspark.sql import SparkSession

# Exit code 1 (something was rejected) must not fail the job, and pipe() can only be told to heed all codes or none: what cannot
# be read is named on standard error, in the log of the executor.
FILTER = "muragat parse --files-from -"


def main(dumps: str, records: str, slices: int) -> None:
    session = SparkSession.builder.appName("muragat parse").getOrCreate()
    paths = sorted(os.path.join(folder, name) for folder, _, names in os.walk(dumps) for name in names)
    session.sparkContext.parallelize(paths, slices).pipe(FILTER).saveAsTextFile(records)
    session.stop()


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]))
