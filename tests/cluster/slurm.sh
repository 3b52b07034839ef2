#!/usr/bin/env bash
# A batch on a real Slurm: one controller and two nodes on loopback, a job array over both, one task killed and
# requeued, the merge byte-equal to a run without shards. Needs `slurm-wlm` and `munge` (Debian packages) and root;
# exits 77 where they are missing. Usage: tests/cluster/slurm.sh [PROGRAM]
set -euo pipefail
program=$(realpath "${1:-target/debug/recoup}")
for tool in munged slurmctld slurmd sbatch squeue scontrol scancel; do
    command -v "$tool" >/dev/null || { echo "no $tool: install slurm-wlm and munge" >&2; exit 77; }
done
[ "$(id -u)" = 0 ] || { echo "needs root" >&2; exit 77; }

D=$(mktemp -d)
pids=()
finish() {
    code=$?
    scancel --quiet --user=root 2>/dev/null || true
    for ((i = ${#pids[@]} - 1; i >= 0; i--)); do kill "${pids[i]}" 2>/dev/null || true; done
    wait 2>/dev/null || true
    if [ "$code" = 0 ]; then rm -rf "$D"; else echo "logs are in $D" >&2; fi
}
trap finish EXIT
free_port() { perl -MIO::Socket::INET -e 'print IO::Socket::INET->new(Listen => 1, LocalAddr => "127.0.0.1")->sockport'; }
until_true() { for _ in $(seq 300); do "$@" && return 0; sleep 0.1; done; echo "waited in vain for: $*" >&2; return 1; }

mkdir -p "$D"/{munge,state,spool/n1,spool/n2,work}
chmod 700 "$D/munge"
(umask 077 && dd if=/dev/urandom of="$D/munge/munge.key" bs=1024 count=1 status=none)
controller=$(free_port); one=$(free_port); two=$(free_port)
cat >"$D/slurm.conf" <<CONF
ClusterName=test
SlurmctldHost=localhost(127.0.0.1)
SlurmUser=root
SlurmdUser=root
AuthType=auth/munge
AuthInfo=socket=$D/munge/munge.socket
CommunicationParameters=NoInAddrAny,NoCtldInAddrAny
SlurmctldPort=$controller
StateSaveLocation=$D/state
SlurmdSpoolDir=$D/spool/%n
SlurmctldPidFile=$D/slurmctld.pid
SlurmdPidFile=$D/slurmd-%n.pid
SlurmctldLogFile=$D/slurmctld.log
SlurmdLogFile=$D/slurmd-%n.log
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
MpiDefault=none
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
JobAcctGatherType=jobacct_gather/none
AccountingStorageType=accounting_storage/none
JobCompType=jobcomp/none
ReturnToService=2
SchedulerParameters=batch_sched_delay=0,sched_interval=1
SlurmdParameters=config_overrides
NodeName=n1 NodeHostname=localhost NodeAddr=127.0.0.1 Port=$one CPUs=2 RealMemory=4000
NodeName=n2 NodeHostname=localhost NodeAddr=127.0.0.1 Port=$two CPUs=2 RealMemory=4000
PartitionName=main Nodes=n1,n2 Default=YES MaxTime=INFINITE State=UP
CONF
export SLURM_CONF=$D/slurm.conf
munged --foreground --force --socket="$D/munge/munge.socket" --key-file="$D/munge/munge.key" \
    --pid-file="$D/munge/munged.pid" --log-file="$D/munge/munged.log" --seed-file="$D/munge/munged.seed" 2>/dev/null &
pids+=($!)
until_true test -S "$D/munge/munge.socket"
slurmctld -D -c >"$D/slurmctld.out" 2>&1 & pids+=($!)
sleep 0.5
for node in n1 n2; do slurmd -D -N "$node" >"$D/slurmd-$node.out" 2>&1 & pids+=($!); done
idle() { [ "$(sinfo --noheader --Node --states=idle --format=%N 2>/dev/null | sort -u | wc -l)" = 2 ]; }
until_true idle
echo "slurm $(slurmctld -V | cut -d' ' -f2) is up after ${SECONDS} s"

cd "$D/work"
mkdir studies
for i in 1 2 3 4 5 6; do "$program" new "studies/s$i.toml" --quiet >/dev/null 2>&1 || "$program" new "studies/s$i.toml" >/dev/null; done
common=(--draws 400 --no-charts --set study.replicates=4)
"$program" batch studies "${common[@]}" --quiet --out single/night

# Nothing waits or runs.
ended() { [ -z "$(squeue --noheader)" ]; }
# $1: what shards are made of; $2: how many.
through_slurm() {
    local split=$1 shards=$2 out="slurm-$1/night"
    local said job
    said=$("$program" batch studies "${common[@]}" --out "$out" --split "$split" --threads 1 --submit \
        --shards "$shards" --sbatch=--partition=main --sbatch=--mem=500)
    job=$(sed -n 's/^Submitted: array \([0-9]*\), merge.*/\1/p' <<<"$said")
    # One task is killed in the middle and queued again, as at the loss of a node.
    running() { [ -n "$(squeue --noheader --states=RUNNING --jobs="$job" --format=%K)" ]; }
    until_true running
    local task
    task=$(squeue --noheader --states=RUNNING --jobs="$job" --format=%K | head -n 1)
    until_true test -s "$out.parts/$task-of-$shards/part.toml"
    scontrol requeue "${job}_${task}"
    echo "$split: array $job of $shards shards; task $task killed and requeued"
    # A requeued task waits for the time of its job to begin again. It may begin now, but not in the second in which its
    # credential was revoked.
    sleep 3
    released() { scontrol update JobId="${job}_${task}" StartTime=now 2>/dev/null || true; ended; }
    for _ in $(seq 600); do released && break; sleep 0.2; done
    ended
    cat "slurm-$split/night.parts/slurm/"*.log | sed 's/^/  /'
    grep -q "start 2" "slurm-$split/night.parts/slurm/shard-$task.log"
    diff --recursive --exclude=.lock single/night "$out"
    echo "$split: byte-equal to the run without shards, after ${SECONDS} s"
}
through_slurm studies 4
through_slurm draws 5
