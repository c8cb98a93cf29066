import Events

/// What stands in a folder of evidence about itself: what each file proves, and how to check it without this program.
struct EvidenceReadme {
    let days: ClosedRange<Day>
    /// Milliseconds since 1970.
    let made: Int64
    let zone: String
    let store: String?
    /// Of the key that signs; nil if there is none yet.
    let signer: String?

    var text: String {
        """
        # Evidence for \(days.lowerBound) to \(days.upperBound)

        Made \(UTCTime.text(milliseconds: made)) by Footfall, from the store \(store ?? "without a name"). Days are those of \(zone). There
        is no identifier of a visitor in these files, no line of a log, and no secret key.

        | file | what it shows |
        |---|---|
        | `MANIFEST.sha256` | SHA-256 of every other file |
        | `days.txt` | which days still have sealed lines, until when they are kept, and which are destroyed, with their certificates |
        | `holds.txt` | which records are kept for longer, by which class, and until when; not what was looked for |
        | `certificates/`, `certificates.txt` | one signed certificate for each destruction: what was destroyed, when, how, under which term |
        | `signer.pub`, `signer.pem` | the public half of the key that signs certificates, fingerprint \(signer ?? "none yet") |
        | `officers.txt` | who could open what is sealed |
        | `requests.txt` | what people and authorities asked for, by when it was due, what came of it; not who asked |
        | `policy/version-N.yaml`, `policy/versions.txt` | the policies that ruled, on which days, and the digest that data made under them bear |
        | `policy/terms.txt` | how long each class is kept by these policies, and what the term of raw lines rests on |
        | `audit/audit.log` | what was done with the store, from \(days.lowerBound) on to the day on which this was made |
        | `audit/verification.txt`, `audit/head.txt` | what came out when the whole log was checked, and its last record |

        ## What is not proved

        That nobody copied data before they were destroyed. That the operator runs no other store. That these are the only
        officers there ever were. A signature says that the holder of the key wrote the certificate: whose key it is must be
        known from elsewhere, so compare its fingerprint with the one that the operator gave you earlier, and the audit
        log with a head that you kept.

        ## Checking it without Footfall

        In this folder, with a POSIX shell, OpenSSL 3 and Python 3.

        Nothing was changed since the manifest was made; keep the digest of the manifest itself elsewhere:

        ```sh
        sha256sum --check --strict \(EvidenceFolder.manifest)
        ```

        Every certificate was signed by the key in `signer.pem`:

        ```sh
        \(EvidenceReadme.certificateCheck)
        ```

        The fingerprint of that key are the first 16 digits of:

        ```sh
        base64 -d signer.pub | sha256sum
        ```

        No record of the audit log was changed, moved or left out, from `before` in `verification.txt` on to `head.txt`:

        ```sh
        \(EvidenceReadme.logCheck)
        ```

        """
    }

    /// What is signed is the text before the member `signature`, and the closing brace.
    private static let certificateCheck = #"""
        temporary=$(mktemp -d)
        for file in certificates/*.json; do
          [ -e "$file" ] || continue
          sed 's/,"signature":{"key":"[^"]*","value":"[^"]*"}}$/}/' "$file" | tr -d '\n' > "$temporary/text"
          sed 's/.*"value":"\([^"]*\)"}}$/\1/' "$file" | base64 -d > "$temporary/signature"
          openssl pkeyutl -verify -pubin -inkey signer.pem -rawin -in "$temporary/text" -sigfile "$temporary/signature" \
            > /dev/null || { echo "$file: wrong signature"; exit 1; }
        done
        rm -r "$temporary"
        """#

    private static let logCheck = #"""
        python3 - <<'END'
        import hashlib
        word = lambda name, key: next(line.split()[1] for line in open(name) if line.startswith(key))
        last = bytes.fromhex(word("audit/verification.txt", "before"))
        for line in open("audit/audit.log", "rb"):
            record = line[:-149] + b"}"
            last = hashlib.sha256(b"\1" + last + len(record).to_bytes(4, "big") + record).digest()
            assert line[-140:-76] == last.hex().encode(), line
        assert word("audit/head.txt", "hash") == last.hex()
        END
        """#
}
