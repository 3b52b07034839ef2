# Sourced: what the tests in a browser need, in $work. With $install, what is missing is fetched; without it, or where it cannot be
# had, the script ends with $lacking.
playwright=1.65.1
axe=4.14.1

need() { # a command, and the packages that bring it
  command -v "$1" >/dev/null && return
  $install && command -v apt-get >/dev/null && [ "$(id -u)" = 0 ] || { echo "$1 is missing: run with --install" >&2; exit "$lacking"; }
  { apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install --yes --no-install-recommends "${@:2}"; } >/dev/null 2>&1 ||
    { echo "$1 cannot be installed" >&2; exit "$lacking"; }
}

need_browser() { # Chromium, Node, playwright-core and axe-core
  need chromium chromium
  need node nodejs npm
  if ! [ -d "$work/node_modules/playwright-core" ] || ! [ -d "$work/node_modules/axe-core" ]; then
    $install || { echo "playwright-core and axe-core are missing: run with --install" >&2; exit "$lacking"; }
    npm install --silent --no-save --no-audit --no-fund --prefix "$work" "playwright-core@$playwright" "axe-core@$axe" || exit "$lacking"
  fi
  export NODE_PATH=$work/node_modules
}
