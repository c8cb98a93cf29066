#!/usr/bin/env bash
# Runs the fuzz targets: run.sh [SECONDS] [TARGET…]. See README.md in this folder.
set -euo pipefail

readonly here=$(cd "$(dirname "$0")" && pwd)
readonly root=$(cd "$here/../.." && pwd)
readonly work=$root/.build-fuzz/runs
readonly seconds=${1:-20}
[ $# -gt 0 ] && shift
targets=("$@")
if [ ${#targets[@]} -eq 0 ]; then
    for folder in "$here"/Corpus/*/; do targets+=("$(basename "$folder")"); done
fi

# Bytes of the longest input: what a target does with a byte differs.
limits() {
    case $1 in
        FuzzCheckpoint) echo 512 ;;
        FuzzParquet | FuzzPlaces) echo 8192 ;;
        *) echo 2048 ;;
    esac
}

export FOOTFALL_FUZZING=1
# The runtime's own handler would come before libFuzzer's, which writes the reproducer.
export SWIFT_BACKTRACE=enable=no

build=(swift build --package-path "$root" --scratch-path "$root/.build-fuzz" -c release --sanitize=fuzzer
    -Xswiftc -enable-testing)
for target in "${targets[@]}"; do
    "${build[@]}" --product "$target" --quiet
done
readonly binaries=$("${build[@]}" --show-bin-path)

failed=()
for target in "${targets[@]}"; do
    corpus=$work/$target/corpus
    findings=$work/$target/findings
    mkdir -p "$corpus" "$findings"
    options=(-seed="${FOOTFALL_FUZZ_SEED:-0}" -max_total_time="$seconds" -max_len="$(limits "$target")" -timeout=20 -rss_limit_mb=1024
        -len_control=20 -print_final_stats=1 -verbosity=0 -artifact_prefix="$findings/")
    [ -f "$here/Dictionaries/$target.dict" ] && options+=(-dict="$here/Dictionaries/$target.dict")
    log=$work/$target/log
    # What is found interesting goes to the first folder; the seeds are only read.
    if "$binaries/$target" "${options[@]}" "$corpus" "$here/Corpus/$target" > "$log" 2>&1; then
        awk -v target="$target" '/executed_units|peak_rss/ { n[++i] = $2 }
            END { printf "%-16s %d runs, at most %d MB, no finding\n", target, n[1], n[2] }' "$log"
    else
        failed+=("$target")
        tail -n 40 "$log"
        printf '%-16s FINDING. To see it again:\n' "$target"
        sed -n "s|.*Test unit written to \(.*\)|    SWIFT_BACKTRACE=enable=no $binaries/$target \1|p" "$log"
    fi
done
[ ${#failed[@]} -eq 0 ] || { echo "Findings in: ${failed[*]}" >&2; exit 1; }
