#!/usr/bin/env python3
"""Verifies a countersigned record from protocol/record.md alone: python3 verify_record.py FILE A.pub B.pub

Exit codes: 0 genuine and countersigned; 1 altered; 2 cannot be read; 3 by another seal than those given;
9 signed by one party alone, or outside the dates of an accreditation. Needs nothing but Python 3.8.
"""
import base64, hashlib, re, sys
from datetime import datetime, timezone

P = 2**255 - 19                                      # RFC 8032 §5.1: the field, the order, the curve
L = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P
I = pow(2, (P - 1) // 4, P)


class Altered(Exception):
    pass


def need(holds, why):
    if not holds:
        raise Altered(why)


def sha(*parts):
    return hashlib.sha256(b"".join(parts)).digest()


def add(p, q):                                       # §5.1.4, extended coordinates
    a, b = (p[1] - p[0]) * (q[1] - q[0]) % P, (p[1] + p[0]) * (q[1] + q[0]) % P
    c, d = 2 * p[3] * q[3] * D % P, 2 * p[2] * q[2] % P
    e, f, g, h = b - a, d - c, d + c, b + a
    return e * f % P, g * h % P, f * g % P, e * h % P


def times(n, p):
    q = (0, 1, 1, 0)
    while n:
        if n & 1:
            q = add(q, p)
        p, n = add(p, p), n >> 1
    return q


def point(raw):                                      # §5.1.3
    y = int.from_bytes(raw, "little")
    sign, y = y >> 255, y & (1 << 255) - 1
    x2 = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    x = pow(x2, (P + 3) // 8, P)
    if (x * x - x2) % P:
        x = x * I % P
    if y >= P or (x * x - x2) % P or (x == 0 and sign):
        return None
    x = P - x if x & 1 != sign else x
    return x, y, 1, x * y % P


def encode(p):
    z = pow(p[2], P - 2, P)
    return (p[1] * z % P | (p[0] * z % P & 1) << 255).to_bytes(32, "little")


BASE = point((4 * pow(5, P - 2, P) % P).to_bytes(32, "little"))


def verifies(key, label, content, signature):        # §5.1.7 over SignContent, no key or point of small order
    label = b"Coulisse 1.0 " + label
    message = vector(label) + vector(content)
    a, r, s = point(key), point(signature[:32]), int.from_bytes(signature[32:], "little")
    if a is None or r is None or s >= L or any(encode(times(8, p)) == encode((0, 1, 1, 0)) for p in (a, r)):
        return False
    h = int.from_bytes(hashlib.sha512(signature[:32] + key + message).digest(), "little") % L
    return encode(add(times(s, BASE), times(L - h, a))) == signature[:32]


def length(n):                                       # codec.md: 1, 2 or 4 bytes of length, the fewest
    return bytes([n]) if n < 64 else (n | 0x4000).to_bytes(2, "big") if n < 16384 else (n | 1 << 31).to_bytes(4, "big")


def vector(raw):
    return length(len(raw)) + raw


class Reader:
    def __init__(self, raw):
        self.raw, self.at = raw, 0

    def take(self, n):
        need(self.at + n <= len(self.raw), "an accreditation ends inside a field")
        self.at += n
        return self.raw[self.at - n:self.at]

    def number(self, n):
        return int.from_bytes(self.take(n), "big")

    def vector(self):
        size = 1 << (self.raw[self.at] >> 6) if self.at < len(self.raw) else 1
        need(size < 8, "a length begins with the bits 11")
        n = self.number(size) & (1 << 8 * size - 2) - 1
        need(len(length(n)) == size, "a length takes more bytes than it needs")
        return self.take(n)

    def end(self):
        need(self.at == len(self.raw), "bytes follow after a value")


def accreditation(raw):                              # credence.md: who, under which seal, with which key, when
    outer = Reader(raw)
    entry, content = outer.vector(), outer.vector()
    outer.end()
    e, c = Reader(entry), Reader(content)
    party, seal, number = e.vector().decode(), e.take(32), e.number(8)
    e.take(32)
    kind = e.number(2)
    e.number(8)
    body, signature = e.take(32), e.take(64)
    e.end()
    need(kind == 3 and body == sha(content), "an accreditation's entry does not sign its content")
    need(verifies(seal, b"SealEntry accreditation", entry[:-64], signature), "an accreditation is not its seal's")
    subject = c.number(2)
    c.take(16)
    offices = Reader(c.vector())
    office = (offices.vector(), offices.vector())[1].decode()
    c.number(2)
    keys, key = Reader(c.vector()), None
    while keys.at < len(keys.raw):
        purpose, value = keys.number(2), keys.vector()
        key = value if purpose == {2: 5, 3: 8}.get(subject) else key
    c.vector()
    first, last = c.number(8), c.number(8)
    c.end()
    need(key is not None, "a record is signed by a desk or an officer")
    return dict(party=party, seal=seal, office=office, key=key, entry=sha(entry), first=first, last=last, raw=raw)


class Block:
    """The lines before the text: '%% ', words, a space, and eight digits of a check."""

    def __init__(self, raw):
        self.lines, self.at = [], 0
        for number, line in enumerate(raw.split(b"\n")[:-1], 1):
            content, check = line[:-9], line[-8:]
            need(line.startswith(b"%% ") and line[-9:-8] == b" " and sha(content).hex()[:8].encode() == check,
                 f"line {number} is not as it was made: {line[:60]!r}")
            self.lines.append(content[3:].decode())

    def next(self):
        need(self.at < len(self.lines), "a line is missing before the text")
        self.at += 1
        return self.lines[self.at - 1]

    def field(self, name):
        line = self.next()
        need(line.startswith(name + " "), f"'{name}' is expected, and there is: {line[:60]}")
        return line[len(name) + 1:]

    def signature(self, name):
        pieces = []
        while self.lines[self.at].startswith(f"{name}-accreditation "):
            number, piece = self.field(f"{name}-accreditation").split(" ")
            pieces.append(piece)
            need(number == str(len(pieces)), "lines of an accreditation are out of order")
        by = accreditation(base64.b64decode("".join(pieces), validate=True))
        number, digest = self.field(f"{name}-head").split(" ")
        at = datetime.strptime(self.field(f"{name}-signed"), "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=timezone.utc)
        by.update(head=int(number).to_bytes(8, "big") + bytes.fromhex(digest), at=int(at.timestamp()),
                  signature=bytes.fromhex(self.field(f"{name}-signature")))
        return by


ADVICE = "signed by both parties if two have signed; to check it: coulisse verify FILE --seal PUBFILE --seal PUBFILE"


def form(room, a, b, lines, pieces, signers):        # what the block is written as, so that nothing else passes for it
    made = ["RECORD 1", ADVICE, f"room {room.hex()}", f"a {a}", f"b {b}", f"parts {len(lines)}"]
    made += [f"part {n} lines {count}" for n, count in enumerate(lines, 1)] + [f"pieces {len(pieces)}"]
    made += [f"piece {n} line {line} bytes {size} {base64.b64encode(digest).decode().rstrip('=')}"
               for n, (line, size, digest) in enumerate(pieces, 1)]
    for name, by in zip(("first", "second"), signers):
        text = base64.b64encode(by["raw"]).decode()
        made += [f"{name}-accreditation {at // 64 + 1} {text[at:at + 64]}" for at in range(0, len(text), 64)]
        at = datetime.fromtimestamp(by["at"], timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")
        made += [f"{name}-head {int.from_bytes(by['head'][:8], 'big')} {by['head'][8:].hex()}",
                   f"{name}-signed {at}", f"{name}-signature {by['signature'].hex()}"]
    return made + ["END"]


def cut(text):                                       # statement.md: lines in pieces of 512 bytes
    for number, line in enumerate(re.findall(rb"[^\n]*\n|[^\n]+", text), 1):
        for at in range(0, len(line), 512):
            yield number, line[at:at + 512]


def verify(file):
    """Who signed, and the text; raises Altered with what differs."""
    end = re.search(rb"(?m)^%% END [0-9a-f]{8}\n", file)
    need(file.startswith(b"%% RECORD 1 ") and end, "there is no whole block before the text")
    block, text = Block(file[:end.end()]), file[end.end():]
    need(block.next() == "RECORD 1", "the first line is not a record's")
    block.next()
    room, a, b = bytes.fromhex(block.field("room")), block.field("a"), block.field("b")
    need(a.encode() < b.encode(), "the parties are not in the order of their names")
    lines = []
    for part in range(1, int(block.field("parts")) + 1):
        number, word, count = block.field("part").split(" ")
        need((number, word) == (str(part), "lines"), "a part is not in its place")
        lines.append(int(count))
    table, pieces = b"", []
    for piece in range(1, int(block.field("pieces")) + 1):
        number, _, line, _, size, digest = block.field("piece").split(" ")
        need(number == str(piece), "a piece is not in its place")
        pieces.append((int(line), int(size), base64.b64decode(digest + "=", validate=True)))
        table += pieces[-1][0].to_bytes(4, "big") + pieces[-1][1].to_bytes(2, "big") + pieces[-1][2]
    body = sha(len(lines).to_bytes(4, "big"), *(n.to_bytes(4, "big") for n in lines), sha(table))
    signers = [block.signature("first")]
    if block.lines[block.at].startswith("second-"):
        signers.append(block.signature("second"))
    need(block.next() == "END" and block.at == len(block.lines), "lines follow where the block should have ended")
    need(block.lines == form(room, a, b, lines, pieces, signers), "the block is not in its one form")
    previous = bytes(32)
    for place, by in enumerate(signers, 1):
        signed = place.to_bytes(2, "big") + vector(room) + vector(a.encode()) + vector(b.encode()) + body \
            + by["entry"] + by["head"] + by["at"].to_bytes(8, "big") + previous
        need(by["party"] in (a, b), "somebody signed who is of neither party")
        need(verifies(by["key"], b"RecordSignature", signed, by["signature"]), f"signature {place} does not fit")
        previous = sha(by["raw"], by["head"], by["at"].to_bytes(8, "big"), by["signature"])
    need(len(signers) == 1 or signers[0]["party"] != signers[1]["party"], "one party has signed twice")
    found, starts = list(cut(text)), [sum(lines[:part]) for part in range(len(lines))]
    for index, (line, size, digest) in enumerate(pieces):
        part = max(n for n, start in enumerate(starts, 1) if line > start)
        need(index < len(found) and len(found[index][1]) >= size or index + 1 < len(found),
             f"part {part} of {len(lines)} is the first that is missing or not whole: the file ends too early")
        need(found[index][0] == line and len(found[index][1]) == size and sha(found[index][1]) == digest,
             f"part {part}, line {line} of the text is not as it was signed")
    need(len(found) == len(pieces) and text.count(b"\n") == sum(lines), "bytes follow that nobody signed")
    fields = "Part|Kind|Author|Desk|Office|Number|Written|Message|Act|Words|Language|Lines"
    pattern = rf"(?:(?:{fields}):|\|) [^\0-\x1f\x7f-\x9f]*|"
    need(all(re.fullmatch(pattern, line) for line in text.decode().split("\n")), "a line of the text has no form of it")
    return signers, text.decode()


def main(arguments):
    if len(arguments) != 4:
        print(__doc__.strip().splitlines()[0], file=sys.stderr)
        return 2
    try:
        file = open(arguments[1], "rb").read()
        keys = [dict(line.split(": ", 1) for line in open(pub, encoding="utf-8").read().splitlines() if ": " in line)
                for pub in arguments[2:]]
        given = {(one["Party"], bytes.fromhex(one["Key"])) for one in keys}
    except (OSError, ValueError, KeyError) as trouble:
        print(f"cannot be read: {trouble}", file=sys.stderr)
        return 2
    try:
        signers, text = verify(file)
    except (Altered, ValueError, IndexError) as why:
        print(f"Altered: {why}")
        return 1
    doubt = len(signers) < 2
    for by in signers:
        when = datetime.fromtimestamp(by["at"], timezone.utc).strftime("%Y-%m-%d %H:%M:%S UTC")
        out = not by["first"] <= by["at"] < by["last"]
        doubt |= out
        print(f"Signed: {by['party']}: {by['office']}, {when}{', outside the dates of the accreditation' * out}")
    print("NOT COUNTERSIGNED: one party alone has signed." if len(signers) < 2 else "Countersigned by both parties.")
    if {(by["party"], by["seal"]) for by in signers} - given:
        print("Another seal: not by the seals that were given.")
        return 3
    print(text, end="")
    return 9 if doubt else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv))
