"""The greatest loads: one long transcript, very many short ones; whether both are done, in what time and memory."""
from bench import MEGA, size_name
from processes import medians


def one(took, size, what):
    figures = dict(medians([took]), bytes=size, what=what, mb_s=size / MEGA / took.cpu, status=took.status)
    print("%-40s %8.2f MB/s a core %10.1f s %8.1f MiB" % (what, figures["mb_s"], took.wall, took.peak / 2**20), flush=True)
    return figures


def measure(bench, size, files, each=2000):
    text = bench.transcript(size)
    long_study = bench.study(size, 1)
    many = bench.study(files * each, files, people=min(files, 1000))
    figures = [one(bench.detect(text), size, "detect, one transcript of " + size_name(size))]
    if bench.has_filter():
        figures.append(one(bench.filter(text), size, "filter, " + size_name(size)))
    figures.append(one(bench.run_study(long_study), size, "run, one transcript of " + size_name(size)))
    figures.append(one(bench.run_study(many), files * each, "run, {:,} transcripts of {}".format(files, size_name(each))))
    return {"loads": figures}
