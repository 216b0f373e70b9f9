# What audit and screenshots share: the packages, and a Homeport of their own.

dependencies() {
  if [ ! -d "$here/node_modules" ]; then
    PUPPETEER_SKIP_DOWNLOAD=1 npm --prefix "$here" ci --silent --no-audit --no-fund --ignore-scripts
  fi
}

# Sets $homeport to the address of a Homeport that ends with this script.
start_homeport() {
  local log
  log=$(mktemp)
  java -jar "$here/../../../target/homeport.jar" --server.port=0 >"$log" 2>&1 &
  homeport_pid=$!
  trap 'kill "$homeport_pid"; rm -f "'"$log"'"' EXIT
  homeport=
  for _ in $(seq 120); do
    homeport=$(sed -nE 's|.*Tomcat started on ports? ([0-9]+).*|http://127.0.0.1:\1|p' "$log" | head -1)
    if [ -n "$homeport" ]; then break; fi
    kill -0 "$homeport_pid" || { cat "$log" >&2; exit 2; }
    sleep 0.5
  done
  # A page of the first second has no numbers yet.
  sleep 15
}
