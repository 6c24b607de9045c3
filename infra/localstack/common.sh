# shellcheck shell=bash
# What deploy and remove share: options, messages, and the one way to call the AWS CLI. Sourced, never run.
# shellcheck disable=SC2034 # root and where are for those who source this
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
root=$(cd "$here/../.." && pwd -P)
me=$(basename "$0")

endpoint_url=${AWS_ENDPOINT_URL:-}
stack_name=nextcart
region=us-east-1

# An emulator that was started a moment ago needs a few seconds; a real account answers at once or never.
readonly READY_SECONDS=30
readonly POLL_SECONDS=2

say() { printf '%s\n' "$*"; }
warn() { printf 'WARNING: %s\n' "$*" >&2; }

fail() {
  printf '%s: %s\n' "$me" "$*" >&2
  exit 1
}

wrong_use() {
  printf '%s: %s (see %s --help)\n' "$me" "$*" "$me" >&2
  exit 2
}

# Prints the comment at the top of the script: what one reads in the file is what --help says.
help() { sed -n '2,/^$/s/^# \{0,1\}//p' "$0"; }

# value OPTION "$@": the value that follows OPTION.
value() {
  if [ $# -lt 3 ] || [ -z "$3" ]; then wrong_use "$1 needs a value"; fi
  printf '%s' "$3"
}

require() {
  command -v "$1" >/dev/null || fail "'$1' is not on the PATH; $2"
}

cloud() { aws "${aws_options[@]}" "$@"; }

# named PROPERTY: the names that resources of the template are given by this property, e.g. TableName: one a line, whole.
named() {
  sed -n "s/^ *$1: !Sub ['\"]\{0,1\}\([^'\"]*\).*/\1/p" "$root/template.yaml" |
    sed -e "s/\${AWS::StackName}/$stack_name/" -e "s/\${AWS::AccountId}/$account/" -e "s/\${AWS::Region}/$region/"
}

# Sets up the AWS CLI for where the options point. Credentials are the CLI's own business: nothing here reads or prints one.
use_cloud() {
  [[ $stack_name =~ ^[a-z][a-z0-9-]{0,29}$ ]] ||
    wrong_use "--stack-name '$stack_name' must be at most 30 of a-z, 0-9 and -, beginning with a letter: queues, tables and a bucket are named after it"
  [[ $region =~ ^[a-z]{2}(-[a-z]+)+-[0-9]+$ ]] || wrong_use "--region '$region' does not look like a region"
  [[ -z $endpoint_url || $endpoint_url =~ ^https?://[^/@]+/?$ ]] ||
    wrong_use "--endpoint-url must be http(s)://host[:port], without a path or a user"
  require aws "install the AWS CLI, version 1 or 2"

  # No pager (version 2 waits in one), few tries and short waits: every call here is small.
  export AWS_PAGER='' AWS_MAX_ATTEMPTS=3
  aws_options=(--region "$region" --cli-connect-timeout 5 --cli-read-timeout 60)
  if [ -n "$endpoint_url" ]; then
    aws_options+=(--endpoint-url "$endpoint_url")
    # 'cloudformation package' takes only this for where S3 is; CLIs before 1.29 and 2.13 (mid-2023) do not know it.
    export AWS_ENDPOINT_URL=$endpoint_url
    # The CLI's default checksum trailers (since early 2025) are one more thing an emulator may not know.
    export AWS_REQUEST_CHECKSUM_CALCULATION=when_required
    if [ -z "${AWS_ACCESS_KEY_ID:-}${AWS_PROFILE:-}" ]; then
      # Emulators take any; with "test" LocalStack and others answer as account 000000000000.
      export AWS_ACCESS_KEY_ID=test AWS_SECRET_ACCESS_KEY=test
    fi
  fi

  local until=$((SECONDS + READY_SECONDS)) complaint
  while ! account=$(cloud sts get-caller-identity --query Account --output text 2>"$scratch/complaint"); do
    complaint=$(tail -n 1 "$scratch/complaint")
    [ -n "$endpoint_url" ] || fail "no AWS account answers: $complaint"
    [ $SECONDS -lt $until ] || fail "nothing at $endpoint_url answers GetCallerIdentity within $READY_SECONDS s: $complaint"
    sleep $POLL_SECONDS
  done
  bucket=$stack_name-artifacts-$account-$region
  [ ${#bucket} -le 63 ] || wrong_use "--stack-name '$stack_name' makes the bucket name $bucket longer than the 63 that S3 allows"
  where=${endpoint_url:+ at $endpoint_url}
}

# Each call of deploy and remove works in a folder of its own, gone when it ends.
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
