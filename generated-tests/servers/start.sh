#!/usr/bin/env bash
# Starts the servers of the integration suite on loopback and prints their variables, to be evaluated by the shell that runs the tests:
#   eval "$(generated-tests/servers/start.sh)"
# Ceph RADOS Gateway comes from Debian's packages (root is needed to install them), moto from Python's.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
"$here/ceph-rgw-start.sh" | sed 's/^/export /'
"$here/moto-start.sh" | sed 's/^/export /'
