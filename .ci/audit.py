"""Run pip-audit on a folder of installed packages: a known vulnerability ends with 1; an advisory service that is not reached is said.

usage: python .ci/audit.py PIP-AUDIT SITE-PACKAGES
"""

import json
import subprocess
import sys

UNREACHED = ("ConnectionError", "ProxyError", "ConnectTimeout", "ReadTimeout", "Could not connect", "Max retries exceeded")


def main(program: str, packages: str) -> int:
    """What the report says; whatever else stops pip-audit is a failure as well."""
    command = [program, "--path", packages, "--format", "json", "--progress-spinner", "off"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    try:
        report = json.loads(done.stdout)["dependencies"]
    except (ValueError, KeyError):
        if any(sign in done.stderr for sign in UNREACHED):
            print("not audited: the advisory service cannot be reached")
            return 0
        print(done.stderr or done.stdout)
        return 1
    audited = [package for package in report if "vulns" in package]
    if not audited:  # the service answered, but knows none of the packages: an index without advisories in its place
        print("not audited: the advisory service knows none of the packages")
        return 0
    harmed = [(package, vulnerability) for package in audited for vulnerability in package["vulns"]]
    for package, vulnerability in harmed:
        mended = ", ".join(vulnerability.get("fix_versions", ())) or "no version yet"
        print(f"{package['name']} {package['version']}: {vulnerability['id']}, mended in {mended}")
    print(f"{len(audited)} packages audited, {len(report) - len(audited)} unknown to the service, {len(harmed)} known vulnerabilities")
    return 1 if harmed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2]))
