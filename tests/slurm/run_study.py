#!/usr/bin/env python3
"""A study on a real Slurm of two nodes, in four shards, comes to what it comes to on one machine, though a task of its scan is
killed and a task of its apply is pre-empted, both when they are half done; and though a node is lost in the middle of apply.

    run_study.py MONIKER SOURCE MATERIAL

The sample's transcripts are delivered many times over, each copy a little different, so that half done can be seen.
Status 77 where no Slurm can be started.
"""
import csv
import os
import pathlib
import signal
import subprocess
import sys
import tempfile
import time

here = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(here.parent / "golden"))
from result import compare_studies  # noqa: E402
from study import Study  # noqa: E402

copies, shards = 40, 4


def copies_of(name):
    return ["copy-%02d-%s" % (number, name) for number in range(copies if name.endswith((".txt", ".vtt")) else 0)]


def register_copies(file):
    """Everybody who has a session in a transcript has one in its copies."""
    with open(file, encoding="utf-8", newline="") as old:
        rows = list(csv.DictReader(old))
    for row in rows:
        sessions, dates = row["sessions"].split(";"), row["interview_date"].split(";")
        dates = dates if len(dates) == len(sessions) else dates * len(sessions)
        both = [(session, date) for session, date in zip(sessions, dates) if session]
        both += [(copy + "=" + label, date) for session, date in both for name, label in [session.split("=")] for copy in copies_of(name)]
        row["sessions"], row["interview_date"] = (";".join(part) for part in zip(*both)) if both else ("", row["interview_date"])
    with open(file, "w", encoding="utf-8", newline="") as new:
        table = csv.DictWriter(new, rows[0].keys())
        table.writeheader()
        table.writerows(rows)


def deliver(study, material):
    files = sorted(pathlib.Path(material, "incoming").iterdir())
    study.deliver(files)
    register_copies(study.root / "participants.csv")
    # Nobody expects this one: it is quarantined, and its shard's status is 1, which must not stop the rest.
    (study.root / "incoming" / "unexpected.txt").write_text("Interviewer: Is this on?\n", encoding="utf-8")
    for path in files:
        for number, name in enumerate(copies_of(path.name)):
            if path.suffix == ".txt":
                more = "\n\nInterviewer: That was talk number %d, thank you.\n" % number
            else:
                more = "\n\n99:00:00.000 --> 99:00:05.000\nThat was talk number %d, thank you.\n" % number
            (study.root / "incoming" / name).write_bytes(path.read_bytes() + more.encode())


class Cluster:
    """Two nodes, which share the folder and those given, and of /tmp nothing else."""

    def __init__(self, folder, *shared):
        self.folder = folder
        started = subprocess.run([here / "start", folder, *shared], capture_output=True, text=True)
        if started.returncode == 77:
            print("SKIPPED: no Slurm can be started here\n" + started.stderr)
            sys.exit(77)
        assert started.returncode == 0, started.stderr
        self.env = dict(os.environ, SLURM_CONF=str(folder / "slurm.conf"))

    def stop(self):
        subprocess.run([here / "stop", self.folder], check=True)

    def say(self, *words):
        return subprocess.run(words, env=self.env, capture_output=True, text=True, check=True).stdout

    def look(self, task, what):
        words = self.say("scontrol", "-o", "show", "job", task).split()
        return next(word for word in words if word.startswith(what + "="))[len(what) + 1:]

    def restart_now(self, task):
        """Slurm lets two minutes pass before a task that is back in the queue starts again. Two seconds will do: within
        one, the node takes the new task for the one that it was told to end."""
        end = time.monotonic() + 60
        while (self.look(task, "Restarts"), self.look(task, "JobState")) != ("1", "PENDING"):
            assert time.monotonic() < end, "task %s is not put back into the queue" % task
            time.sleep(0.1)
        time.sleep(2)
        self.say("scontrol", "update", "JobId=" + task, "StartTime=now")


    def nodes_of(self, job):
        """The nodes on which a job's tasks were."""
        lines = self.say("scontrol", "-o", "show", "job", job).splitlines()
        return {word[len("NodeList="):] for line in lines for word in line.split() if word.startswith("NodeList=")}

    def is_of_machines(self):
        """Whether what runs on a node can be told from all else, which takes name spaces."""
        spaces = {os.readlink("/proc/%d/ns/uts" % int(file.read_text())) for file in self.folder.glob("slurmd.*.pid")}
        return len(spaces) == 2 and os.readlink("/proc/self/ns/uts") not in spaces

    def lose(self, node):
        """The machine is gone: its slurmd and all that it had started, without a word to anybody."""
        slurmd = int((self.folder / ("slurmd.%s.pid" % node)).read_text())
        space = os.readlink("/proc/%d/ns/uts" % slurmd)
        for _ in range(3):   # whoever was being started meanwhile
            for process in pathlib.Path("/proc").glob("[0-9]*"):
                try:
                    if os.readlink(process / "ns/uts") == space:
                        os.kill(int(process.name), signal.SIGKILL)
                except OSError:
                    continue
        self.say("scontrol", "update", "NodeName=" + node, "State=DOWN", "Reason=lost")   # or a minute later by itself


def records(log):
    return log.read_bytes().count(b"\n") if log.exists() else 0


def when_half_done(study, step, shard, act):
    """Waits until the shard has written some records, stops it where it is, and acts, when it has not ended."""
    folder = study.root / "work" / "shards" / ("%d-of-%d" % (shard, shards))
    end = time.monotonic() + 300
    while records(folder / (step + ".jsonl")) < 2:
        assert time.monotonic() < end, "%s of shard %d does not begin" % (step, shard)
        time.sleep(0.002)
    os.kill(process_of(study, step, shard), signal.SIGSTOP)
    assert not (folder / (step + ".done")).exists(), "%s of shard %d was too quick to be interrupted" % (step, shard)
    return act()


def process_of(study, step, shard):
    wanted = [os.fsencode(study.moniker), step.encode(), os.fsencode(study.root)]
    for process in pathlib.Path("/proc").glob("[0-9]*"):
        try:
            words = (process / "cmdline").read_bytes().split(b"\0")
        except OSError:
            continue
        if words[:3] == wanted and b"%d/%d" % (shard, shards) in words:
            return int(process.name)
    raise AssertionError("no process does %s of shard %d" % (step, shard))


def start_submit(study, cluster, source, moniker=None):
    env = dict(cluster.env, MONIKER=moniker or study.moniker, MONIKER_RULES=study.env["MONIKER_RULES"], MONIKER_POLL="0.5")
    return subprocess.Popen([pathlib.Path(source, "deploy/slurm/submit"), study.root, str(shards), "--wait", "--mem=1G",
                             "--cpus-per-task=1"], env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def run(study, cluster, source):
    began = time.monotonic()
    submit = start_submit(study, cluster, source)
    try:
        when_half_done(study, "scan", 2, lambda: os.kill(process_of(study, "scan", 2), signal.SIGKILL))
        jobs = dict(line.split()[1::-1] for line in cluster.say("squeue", "-h", "-r", "-o", "%F %j").splitlines())
        scan, apply = jobs["moniker-scan"] + "_2", jobs["moniker-apply"] + "_3"
        cluster.restart_now(scan)
        when_half_done(study, "apply", 3, lambda: cluster.say("scontrol", "requeue", apply))
        cluster.restart_now(apply)
        out, err = submit.communicate(timeout=600)
    except BaseException:
        submit.kill()
        raise
    print(out)
    assert submit.returncode in (0, 1), "submit: status %d\n%s" % (submit.returncode, err)
    for task in (scan, apply):
        state = cluster.look(task, "Restarts"), cluster.look(task, "JobState")
        logs = "\n".join(log.read_text() for log in sorted(cluster.folder.glob("slurmd.*.log")))
        assert state == ("1", "COMPLETED"), "task %s: %s\n%s" % (task, state, logs)
    for job in (jobs["moniker-scan"], jobs["moniker-apply"]):
        assert cluster.nodes_of(job) == {"n1", "n2"}, "job %s was on %s alone" % (job, cluster.nodes_of(job))
    print("by Slurm: %.1f s" % (time.monotonic() - began))
    return submit.returncode


def run_with_failure(study, cluster, source, folder):
    """A task that fails cancels what waits for it and gives submit its status; submitted again, the study is finished."""
    broken = folder / "broken-moniker"
    broken.write_text("#!/bin/sh\nif [ \"$1\" = apply ] && [ \"$SLURM_ARRAY_TASK_ID\" = 2 ]; then exit 3; fi\nexec %s \"$@\"\n" % study.moniker)
    broken.chmod(0o755)
    submit = start_submit(study, cluster, source, str(broken))
    out, err = submit.communicate(timeout=300)
    assert submit.returncode == 3, "submit: status %d\n%s%s" % (submit.returncode, out, err)
    assert "FAILED, status 3" in err and "moniker-finish" in err and "CANCELLED" in err, err
    submit = start_submit(study, cluster, source)
    out, err = submit.communicate(timeout=300)
    assert submit.returncode in (0, 1), "submit: status %d\n%s%s" % (submit.returncode, out, err)


def run_with_node_lost(study, cluster, source):
    """A node that is gone in the middle of apply: its task goes on where it was, on the other one."""
    submit = start_submit(study, cluster, source)
    try:
        task = when_half_done(study, "apply", 1, lambda: lose_node_of_apply(cluster))
        cluster.restart_now(task)
        out, err = submit.communicate(timeout=600)
    except BaseException:
        submit.kill()
        raise
    assert submit.returncode in (0, 1), "submit: status %d\n%s%s" % (submit.returncode, out, err)
    assert cluster.look(task, "JobState") == "COMPLETED"
    print("a node was lost: %s began on it, and ended on %s" % (task, *cluster.nodes_of(task)))


def lose_node_of_apply(cluster):
    jobs = dict(line.split()[1::-1] for line in cluster.say("squeue", "-h", "-r", "-o", "%F %j").splitlines())
    task = jobs["moniker-apply"] + "_1"
    node, = cluster.nodes_of(task)
    cluster.lose(node)
    return task


def main():
    moniker, source, material = sys.argv[1:4]
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        folder.chmod(0o755)   # munged wants to reach its socket; the studies below are for their owner alone
        cluster = Cluster(folder / "slurm", folder, source, pathlib.Path(moniker).parent, material)
        try:
            one = Study(moniker, source, folder / "one", material)
            deliver(one, material)
            sharded = Study(moniker, source, folder / "sharded", material, keys=one.root / "keys")
            deliver(sharded, material)
            began = time.monotonic()
            status = one.run("--quiet").returncode
            print("on one machine: %.1f s, status %d" % (time.monotonic() - began, status))
            assert status <= 1
            assert run(sharded, cluster, source) == status
            compare_studies(one, sharded, "four shards by Slurm")

            if cluster.is_of_machines():
                lost = Study(moniker, source, folder / "lost", material, keys=one.root / "keys")
                deliver(lost, material)
                run_with_node_lost(lost, cluster, source)
                compare_studies(one, lost, "with a node lost")
            else:
                print("NOT TRIED: the loss of a node, as no name spaces can be made here")

            few = sorted(pathlib.Path(material, "incoming").iterdir())
            one, failing = (Study(moniker, source, folder / name, material, keys=one.root / "keys") for name in ("few", "failing"))
            one.deliver(few), failing.deliver(few)
            assert one.run("--quiet").returncode <= 1
            run_with_failure(failing, cluster, source, folder)
            compare_studies(one, failing, "submitted again after a failure", in_one_go=False)
        finally:
            cluster.stop()
    return 0


if __name__ == "__main__":
    sys.exit(main())
