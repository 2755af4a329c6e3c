#!/bin/bash
# Runs a test program against a real, unlocked gnome-keyring in a home of its own, then looks for the secret in every file
# of that home but the keyring's own.
set -euo pipefail
program=$(realpath "$1")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export HOME="$work/home" XDG_RUNTIME_DIR="$work/run" KEYCHAIN_WORLD=keyring
unset DISPLAY WAYLAND_DISPLAY DBUS_SESSION_BUS_ADDRESS XDG_DATA_HOME XDG_CONFIG_HOME XDG_CACHE_HOME
mkdir -p "$HOME"
mkdir -m 700 "$XDG_RUNTIME_DIR"

# The keyring has to be there before anybody asks for it: the bus would start a locked, empty one.
cat > "$work/session.sh" <<'SESSION'
printf '\n' | gnome-keyring-daemon --unlock --components=secrets --foreground > "$HOME/../keyring.log" 2>&1 &
export KEYRING_PID=$!
for attempt in $(seq 100); do
  if dbus-send --session --print-reply --dest=org.freedesktop.DBus /org/freedesktop/DBus \
    org.freedesktop.DBus.NameHasOwner string:org.freedesktop.secrets | grep -q true; then break; fi
  sleep 0.1
done
status=0
"$1" || status=$?
kill -CONT "$KEYRING_PID" 2> /dev/null || true
kill "$KEYRING_PID" 2> /dev/null || true
exit "$status"
SESSION
dbus-run-session -- bash "$work/session.sh" "$program"

if grep -rl --binary-files=text "canary-keychain-token" "$HOME" "$XDG_RUNTIME_DIR" | grep -v '/keyrings/'; then
  echo "the token stands in a file outside the keyring" >&2
  exit 1
fi
