#!/usr/bin/env bash
# Compares s3g with awscli over the same trees and the same server: wall time, CPU time and peak memory of each, as a Markdown table.
# It needs dotnet, aws (awscli) and python3. It makes and removes one bucket.
# Usage: compare-with-awscli.sh [path of s3g]      (default: it publishes s3g with Native AOT first)
# The server is AWS_ENDPOINT_URL_S3 if that is set, else the in-process test server, started as a process of its own.
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
bucket="compare-$$"
small_files=${SMALL_FILES:-5000}
large_files=${LARGE_FILES:-4}
large_mib=${LARGE_MIB:-256}

cleanup() {
  "$s3g" rb "s3://$bucket" --force --quiet || true
  [ -z "${server:-}" ] || kill "$server"
  rm -rf "$work"
}

s3g=${1:-}
if [ -z "$s3g" ]; then
  dotnet publish "$here" -c Release -o "$work/bin" >"$work/publish.log"
  s3g="$work/bin/s3g"
fi

if [ -z "${AWS_ENDPOINT_URL_S3:-}" ]; then
  dotnet build "$here/../TestServer" -c Release -o "$work/server" >"$work/server-build.log"
  export AWS_ACCESS_KEY_ID=comparekey AWS_SECRET_ACCESS_KEY=comparesecret
  "$work/server/s3gen-test-server" --port 9100 --access-key "$AWS_ACCESS_KEY_ID" --secret-key "$AWS_SECRET_ACCESS_KEY" >"$work/server.log" 2>&1 &
  server=$!
  export AWS_ENDPOINT_URL_S3=http://127.0.0.1:9100
fi
export AWS_REGION=${AWS_REGION:-us-east-1} AWS_DEFAULT_REGION=${AWS_REGION:-us-east-1}
trap cleanup EXIT
for _ in $(seq 100); do "$s3g" ls >/dev/null 2>&1 && break || sleep 0.1; done
"$s3g" mb "s3://$bucket" --quiet

mkdir -p "$work/small" "$work/large"
for i in $(seq "$small_files"); do
  mkdir -p "$work/small/d$((i % 50))"
  head -c $((i % 4096 + 1)) /dev/urandom >"$work/small/d$((i % 50))/f$i"
done
for i in $(seq "$large_files"); do head -c $((large_mib << 20)) /dev/urandom >"$work/large/f$i"; done

# Prints "wall s | CPU s | peak MiB" of a command.
measure() {
  python3 - "$@" <<'PY'
import os, subprocess, sys, time
begun = time.monotonic()
child = subprocess.Popen(sys.argv[1:], stdout=subprocess.DEVNULL)
_, status, used = os.wait4(child.pid, 0)
wall = time.monotonic() - begun
if status:
    sys.exit(f"{sys.argv[1:]} ended with {status}")
print(f"{wall:.2f} | {used.ru_utime + used.ru_stime:.2f} | {used.ru_maxrss / 1024:.0f}")
PY
}

# Not measured: the server makes room, and the files come into the page cache.
aws s3 cp "$work/large" "s3://$bucket/warm" --recursive --only-show-errors

echo "| | s3g wall s | CPU s | peak MiB | aws wall s | CPU s | peak MiB |"
echo "|---|---|---|---|---|---|---|"
for tree in small large; do
  for tool in "$s3g" "aws s3"; do
    name=$(basename "${tool%% *}")
    {
      measure $tool sync "$work/$tree" "s3://$bucket/$name-$tree" --quiet
      measure $tool sync "$work/$tree" "s3://$bucket/$name-$tree" --quiet
      measure $tool sync "s3://$bucket/$name-$tree" "$work/$name-$tree" --quiet
      measure $tool sync "s3://$bucket/$name-$tree" "$work/$name-$tree" --quiet
    } >"$work/$name-$tree.txt"
    diff -r "$work/$tree" "$work/$name-$tree"
  done
  paste -d '|' \
    <(printf '| %s: up \n| %s: up again, nothing changed \n| %s: down \n| %s: down again, nothing changed \n' "$tree" "$tree" "$tree" "$tree") \
    <(sed 's/^/ /;s/$/ /' "$work/s3g-$tree.txt") <(sed 's/^/ /;s/$/ |/' "$work/aws-$tree.txt")
done
