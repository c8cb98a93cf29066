# Makes the environment that the checks run in, once for each state of the requirements. Sourced; sets here, environment.

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
environment=$(cd "$here/../.." && pwd)/.venv
wanted=$here/requirements.txt
installed=$environment/footfall-requirements.txt

if ! cmp -s "$wanted" "$installed"; then
    "${PYTHON:-python3}" -m venv "$environment"
    "$environment/bin/pip" install --quiet --disable-pip-version-check --requirement "$wanted"
    cp "$wanted" "$installed"
fi
