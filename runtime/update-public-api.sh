#!/usr/bin/env bash
# Brings PublicAPI.Unshipped.txt of a project up to what the compiler sees, generated code included:
#   runtime/update-public-api.sh runtime/S3Gen
# The diff of that file is the change of the API, for the eye of a reviewer.
set -euo pipefail
project=${1:?usage: update-public-api.sh PROJECT_FOLDER}
api=$project/PublicAPI.Unshipped.txt
printf '#nullable enable\n' > "$api"
log=$(mktemp)
trap 'rm -f "$log"' EXIT
dotnet build "$project" -p:TreatWarningsAsErrors=false -p:WarningLevel=4 -p:NoWarn= --no-incremental > "$log" 2>&1 || true
{
  printf '#nullable enable\n'
  grep -F "[$(cd "$project" && pwd)/" "$log" | sed -n "s/.*RS0016: Symbol '\(.*\)' is not part of the declared public API.*/\1/p" | LC_ALL=C sort -u
} > "$api.new"
mv "$api.new" "$api"
echo "$(($(wc -l < "$api") - 1)) lines in $api"
