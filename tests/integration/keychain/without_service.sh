#!/bin/bash
# Runs a test program where nobody keeps secrets: no session bus, no secret service. Nothing may be written anywhere.
set -euo pipefail
program=$(realpath "$1")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export HOME="$work/home" XDG_RUNTIME_DIR="$work/run" KEYCHAIN_WORLD=none
export DBUS_SESSION_BUS_ADDRESS="unix:path=$work/run/nobody"
unset DISPLAY WAYLAND_DISPLAY XDG_DATA_HOME XDG_CONFIG_HOME XDG_CACHE_HOME
mkdir -p "$HOME"
mkdir -m 700 "$XDG_RUNTIME_DIR"
"$program"
if [ -n "$(find "$work" -type f)" ]; then
  echo "something was written:" >&2
  find "$work" -type f >&2
  exit 1
fi
