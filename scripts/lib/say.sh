# How the scripts speak: short lines, and on failure the end of the log and what to do.
say() { printf '· %s\n' "$*"; }

stop() { # stop MESSAGE [WHAT-TO-DO...]
    printf '\n✗ %s\n' "$1" >&2
    shift
    for line in "$@"; do printf '  %s\n' "$line" >&2; done
    exit 1
}

stop_with_log() { # the same, with the last lines of the log first
    if [ -s "$log" ]; then printf '\nLast lines of %s:\n' "$log" >&2; tail -n 15 "$log" >&2; fi
    stop "$@"
}

sha256() { if command -v sha256sum >/dev/null; then sha256sum; else shasum -a 256; fi | cut -d' ' -f1; }
