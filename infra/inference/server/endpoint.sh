# ./nextcart endpoint: read by the launcher, which has set $jdk and $inference.

usage() {
  cat <<'EOF'
Usage: nextcart endpoint [--models FOLDER] [--host ADDRESS] [--port N] [--heap SIZE]

Serves the models of a registry: POST /invocations, GET /ping, /models and /metrics. Ctrl-C answers what waits, then stops.

      --models FOLDER   The registry (default: models)
      --host ADDRESS    To listen on (default: 127.0.0.1; another is for containers and private networks)
      --port N          (default: 8080)
      --heap SIZE       Of the JVM; the networks live beside it (default: 160m)
  -h, --help            Show this

Callers must send NEXTCART_ENDPOINT_TOKEN as Authorization: Bearer ..., if it is set. Every other limit is a variable like it:
NEXTCART_ENDPOINT_MAX_BATCH, _MAX_DELAY_MICROS, _MAX_WAITING, _MAX_BODY_BYTES, _WORKERS, _TIMEOUT; see infra/inference/README.md.

Exit codes: 130 or 143 stopped as asked (Ctrl-C, TERM), 1 it could not start, 2 wrong usage
EOF
}

models=models host=127.0.0.1 port=8080 heap=160m
while [ $# -gt 0 ]; do
  case $1 in
    -h | --help)
      usage
      exit 0
      ;;
    --models | --host | --port | --heap)
      if [ $# -lt 2 ]; then
        say "$1 needs a value; see nextcart endpoint --help"
        exit 2
      fi
      case $1 in
        --models) models=$2 ;;
        --host) host=$2 ;;
        --port) port=$2 ;;
        --heap) heap=$2 ;;
      esac
      shift 2
      ;;
    *)
      say "nextcart endpoint knows no $1; see nextcart endpoint --help"
      exit 2
      ;;
  esac
done

# The serial collector keeps the process small; a request's garbage is short-lived and little.
exec "$jdk/bin/java" --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow -Xmx"$heap" -XX:+UseSerialGC \
  -Dnextcart.endpoint.models="$models" -Dnextcart.endpoint.host="$host" -Dnextcart.endpoint.port="$port" \
  -jar "$inference/server/target/quarkus-app/quarkus-run.jar"
