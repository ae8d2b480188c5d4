# The virtual environment: which Python, which packages, and the `vaern` command in it.
fits() { "$1" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 14))' 2>/dev/null; }

fitting_python() { # VAERN_PYTHON wins; else the first that fits
    local candidate
    for candidate in ${VAERN_PYTHON:-python3 python3.11 python3.12 python3.13}; do
        if command -v "$candidate" >/dev/null && fits "$candidate"; then echo "$candidate"; return; fi
    done
    return 1
}

find_python() {
    if fitting_python; then return; fi
    if [ -z "${VAERN_PYTHON:-}" ] && may_apt; then
        log=/dev/null apt_install python3 python3-venv >&2 && fitting_python && return
    fi
    stop "Værn needs Python 3.11, 3.12 or 3.13, and none was found${VAERN_PYTHON:+ at $VAERN_PYTHON}." \
        "Debian 12:  sudo apt-get install python3 python3-venv" \
        "Or point to one:  VAERN_PYTHON=/path/to/python3.11 make run"
}

venv_works() { # it is there, it is ours (not moved from another folder), and it can install
    [ -x .venv/bin/python ] && fits .venv/bin/python && .venv/bin/python -c 'import pip' 2>/dev/null &&
        { [ ! -e .venv/.made-in ] || [ "$(cat .venv/.made-in)" = "$PWD" ]; }
}

make_venv() {
    if venv_works; then return; fi
    local python
    python=$(find_python) || exit 1
    can_make_venv "$python" || get_venv_module "$python"
    say "Making .venv with $("$python" -V)"
    "$python" -m venv --clear .venv || stop "The environment .venv could not be made with $python."
    echo "$PWD" >.venv/.made-in
}

can_make_venv() { "$1" -c 'import ensurepip, venv' 2>/dev/null; }

get_venv_module() { # Debian keeps ensurepip in a package of its own, one per Python version
    local package
    package=$("$1" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])')
    if may_apt; then log=/dev/null apt_install "$package" || true; fi
    can_make_venv "$1" || stop "$1 cannot make a virtual environment here." \
        "Debian and Ubuntu:  sudo apt-get install $package" "Then run the same command again."
}

install_packages() { # $1: a requirement file in which every package has its hash
    local total ready_made=()
    # What runs Værn is never built here: a build would fetch tools that no hash is checked for.
    if [ "$1" = requirements/run.txt ]; then ready_made=(--only-binary :all:); fi
    total=$(grep -c '^[a-z0-9].*==' "$1")
    say "Python packages: $total, each checked against its hash"
    .venv/bin/python -m pip install --require-hashes --no-input "${ready_made[@]}" -r "$1" 2>&1 </dev/null |
        tee -a "$log" | how_far "$total" || stop_with_log \
        "The Python packages could not be installed." \
        "No network? Run the same command again when there is. It goes on where it stopped." \
        "A hash that does not match: the package was changed after we pinned it. Do not go on; tell us."
}

how_far() { # pip's own talk becomes one short line for every quarter
    awk -v total="$1" '/^(Collecting|Processing|Requirement already satisfied:) / {
        if (++seen * 4 >= (told + 1) * total && told < 3) {
            told = int(seen * 4 / total); printf "  %d of %d found\n", seen, total; fflush() } }
        /^Installing collected/ { print "  installing"; fflush() }'
}

install_vaern() { # a .pth and a launcher: no build tool, so nothing unpinned is downloaded
    local site
    site=$(.venv/bin/python -c 'import sysconfig; print(sysconfig.get_path("purelib"))')
    echo "$PWD/src" >"$site/vaern.pth"
    cat >.venv/bin/vaern <<END
#!/bin/sh
exec "$PWD/.venv/bin/python" -P -c '
import sys
sys.argv[0] = "vaern"
from vaern.config.command import run
sys.exit(run())
' "\$@"
END
    chmod +x .venv/bin/vaern
}
