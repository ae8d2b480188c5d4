# What Python packages cannot bring along. Debian's names; installed only when we may.
missing_for() { # prints the Debian packages that `run` or `dev` needs and this machine lacks
    has_libmagic || echo libmagic1
    [ "$1" = run ] && return
    command -v xgettext >/dev/null && command -v msgmerge >/dev/null || echo gettext
    has_chromium || echo chromium
}

has_libmagic() {
    .venv/bin/python -c 'import ctypes.util, sys; sys.exit(not ctypes.util.find_library("magic"))'
}

has_chromium() { [ -n "${VAERN_CHROMIUM:-}" ] || command -v chromium chromium-browser google-chrome >/dev/null; }

apt_install() {
    say "System packages: $*"
    export DEBIAN_FRONTEND=noninteractive
    { apt-get -o DPkg::Lock::Timeout=120 update &&
        apt-get -o DPkg::Lock::Timeout=120 install -y --no-install-recommends "$@"; } \
        >>"${log:-/dev/null}" 2>&1 </dev/null
}

may_apt() { command -v apt-get >/dev/null && [ "$(id -u)" = 0 ]; }

system_packages() {
    local missing
    missing=$(missing_for "$1" | xargs)
    if [ -z "$missing" ]; then return; fi
    if may_apt; then
        # shellcheck disable=SC2086 # one word per package
        apt_install $missing || stop_with_log "The system packages could not be installed." \
            "Install them yourself, then run this again: $missing"
    elif has_libmagic; then
        say "Not on this machine: $missing. Some tests and checks will fail without."
        say "Debian and Ubuntu: sudo apt-get install $missing"
    else
        stop "Værn needs libmagic to see what a file really is, and it is not on this machine." \
            "Debian and Ubuntu:  sudo apt-get install $missing" \
            "Fedora:             sudo dnf install file-libs" \
            "macOS (Homebrew):   brew install libmagic" \
            "Then run the same command again."
    fi
}
