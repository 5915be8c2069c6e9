# Makes a machine ready to run archrepo from a checkout: system packages, virtual environment, installation.
# Sourced by scripts/demo and scripts/test with $root set to the checkout; defines functions and runs nothing itself.
# shellcheck shell=sh

venv=${ARCHREPO_VENV:-$root/.venv}
case $venv in
    /*) ;;
    *) venv=$PWD/$venv ;;
esac
python=

# Variables of another Python's installation would leak into the environment made here.
unset PYTHONHOME PYTHONPATH

say() {
    printf '%s\n' "$*" >&2
}

stop() {
    say "$@"
    exit 4
}

# Runs the file it is given, because a pyenv shim exists for versions that are not chosen and then only prints an error;
# asks for sqlite3 and ssl, because a Python built by hand may lack them.
is_new_enough() {
    "$1" -c 'import sqlite3, ssl, sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1
}

find_python() {
    for python in python3 python3.14 python3.13 python3.12 python3.11; do
        if is_new_enough "$python"; then
            return 0
        fi
    done
    found=$(python3 --version 2>/dev/null) || found="tidak ada Python 3"
    say "archrepo memerlukan Python 3.11 atau lebih baru (dengan sqlite3 dan ssl); di komputer ini: $found."
    for offered in python3.13 python3.12 python3.11; do
        if apt-cache show "$offered" >/dev/null 2>&1; then
            stop "Pasang dahulu, lalu ulangi:  sudo apt-get install -y $offered $offered-venv"
        fi
    done
    stop "Gunakan Debian 12, Ubuntu 24.04, atau yang lebih baru, atau pasang Python 3.11 sendiri, lalu ulangi."
}

# The distribution's own version is served by python3-venv; any other one needs the package of its number.
venv_package() {
    number=$("$python" -c 'import sys; print("python%d.%d" % sys.version_info[:2])')
    if [ "$(/usr/bin/python3 -c 'import sys; print("python%d.%d" % sys.version_info[:2])' 2>/dev/null)" = "$number" ]; then
        echo python3-venv
    else
        echo "$number-venv"
    fi
}

has_initdb() {
    command -v initdb >/dev/null 2>&1 && return 0
    for initdb in /usr/lib/postgresql/*/bin/initdb; do
        [ -x "$initdb" ] && return 0
    done
    return 1
}

has_browser() {
    command -v chromium >/dev/null 2>&1 || command -v chromium-browser >/dev/null 2>&1 ||
        command -v google-chrome >/dev/null 2>&1
}

# Prints what is missing of the packages given; python3-venv, graphviz, postgresql and chromium are known.
missing_packages() {
    missing=
    for package in "$@"; do
        case $package in
            python3-venv) "$python" -c 'import ensurepip, venv' >/dev/null 2>&1 || missing="$missing $(venv_package)" ;;
            graphviz) command -v dot >/dev/null 2>&1 || missing="$missing graphviz" ;;
            postgresql) has_initdb || missing="$missing postgresql" ;;
            chromium) has_browser || missing="$missing chromium" ;;
        esac
    done
    echo "${missing# }"
}

may_install() {
    command -v apt-get >/dev/null 2>&1 || return 1
    [ "$(id -u)" -eq 0 ] || sudo -n true >/dev/null 2>&1
}

apt() {
    if [ "$(id -u)" -eq 0 ]; then
        env DEBIAN_FRONTEND=noninteractive apt-get -qq -y -o DPkg::Lock::Timeout=300 "$@" </dev/null
    else
        sudo -n env DEBIAN_FRONTEND=noninteractive apt-get -qq -y -o DPkg::Lock::Timeout=300 "$@" </dev/null
    fi
}

# A fresh machine has an empty or stale package index, and an update costs time: so it is made only when needed.
apt_install() {
    # shellcheck disable=SC2086  # a list of package names
    if ! report=$(apt install --no-install-recommends $1 2>&1) &&
        ! report=$({ apt update && apt install --no-install-recommends $1; } 2>&1); then
        say "$report"
        return 1
    fi
}

need_packages() {
    missing=$(missing_packages "$@")
    [ -n "$missing" ] || return 0
    if may_install; then
        say "Memasang $missing …"
        apt_install "$missing" && [ -z "$(missing_packages "$@")" ] && return 0
    fi
    stop "Masih ada yang perlu dipasang. Jalankan baris ini, lalu ulangi:  sudo apt-get install -y $missing"
}

# Installs packages where that is allowed and works; without them the tests that need them are skipped, with the reason.
want_packages() {
    missing=$(missing_packages "$@")
    [ -n "$missing" ] || return 0
    if may_install; then
        say "Memasang $missing …"
        apt_install "$missing" >/dev/null 2>&1 && [ -z "$(missing_packages "$@")" ] && return 0
    fi
    say "Tanpa $missing, uji yang memerlukannya dilewati."
}

# What decides whether an installation is still good: declared dependencies, interpreter, and where the checkout stands.
fingerprint() {
    { cat "$root/pyproject.toml" && "$venv/bin/python" -V && echo "$root"; } | sha256sum | cut -d' ' -f1
}

make_venv() {
    if is_new_enough "$venv/bin/python" && "$venv/bin/python" -m pip --version >/dev/null 2>&1; then
        return 0
    fi
    if [ -e "$venv" ] && [ ! -e "$venv/pyvenv.cfg" ] && [ -n "$(ls -A "$venv")" ]; then
        stop "Folder $venv sudah ada dan bukan lingkungan Python. Pindahkan, atau pilih tempat lain dengan ARCHREPO_VENV."
    fi
    say "Membuat lingkungan Python di $venv …"
    "$python" -m venv --clear "$venv" ||
        stop "Lingkungan Python tidak dapat dibuat di $venv. Periksa izin folder, atau pilih tempat lain dengan ARCHREPO_VENV."
}

# Installs the checkout, editable. $1 is "." or "." with extras, $2 names the stamp that it leaves; it and the stamps named
# after it make the installation unnecessary.
install_checkout() {
    requirement=$1
    stamp=$2
    shift
    make_venv
    wanted=$(fingerprint)
    for done in "$@"; do
        if [ "$(cat "$venv/.archrepo-$done" 2>/dev/null)" = "$wanted" ]; then
            return 0
        fi
    done
    [ -w "$root" ] || stop "Folder $root tidak dapat ditulis; salin dahulu ke folder milik Anda, lalu ulangi."
    say "Memasang archrepo dan pustakanya …"
    (cd "$root" && "$venv/bin/python" -m pip install --quiet --disable-pip-version-check --no-input -e "$requirement") >&2 ||
        stop "Pemasangan pustaka Python gagal. Periksa sambungan jaringan (atau proksi), lalu ulangi."
    echo "$wanted" >"$venv/.archrepo-$stamp"
}
