#!/usr/bin/env bash
# Stops what start.sh started. Pass --clean to remove the servers' state too.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
"$here/ceph-rgw-stop.sh" "$@"
"$here/moto-stop.sh" "$@"
