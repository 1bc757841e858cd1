"""Drives verify.py for the tests: one JSON request a line on stdin, one JSON answer a line on stdout.

Requests: {"op":"verify","bundle":base64,"wanted":id,"now":time} · {"op":"eval","code":expression}
          {"op":"vectors","vectors":[[hash, seed parts, subject, inspector],…]}
          {"op":"stamps","stamped":hex,"tokens":[hex,…]} answers seconds and root of each, "" for what proves nothing
          {"op":"fuzz","bundle":base64,"now":time,"flips":[[position, mask, start, size, local crc, central crc],…]}
A flip with size >= 0 lies in an entry: its CRC is mended in both headers, so the container itself stays in order.
"""
import base64
import datetime
import importlib.util
import json
import struct
import sys
import zlib

spec = importlib.util.spec_from_file_location("verify", sys.argv[1])
v = importlib.util.module_from_spec(spec)
sys.dont_write_bytecode = True
spec.loader.exec_module(v)


def fuzz(request):
    clean = base64.b64decode(request["bundle"])
    data, missed = bytearray(clean), []
    for flip in request["flips"]:
        position, mask, start, size, local, central = flip
        data[position] ^= mask
        if size >= 0:
            crc = struct.pack("<I", zlib.crc32(data[start:start + size]))
            data[local:local + 4] = crc
            data[central:central + 4] = crc
        if v.verify(bytes(data), "", request["now"], "zh", True)["exit"] == 0:
            missed.append(flip)
        data[position] ^= mask
        if size >= 0:
            data[local:local + 4] = clean[local:local + 4]
            data[central:central + 4] = clean[central:central + 4]
    return missed


class Drawn(object):
    """As much of a bundle as a ticket asks for."""

    def __init__(self, name, parts):
        self.h = v.HASHES[name]
        self.b = self
        self.seed = self.h(b"".join(v.lp(p.encode("utf-8")) for p in parts))

    def used_seed(self):
        return self.seed


def vector(question):
    name, parts, subject, inspector = question
    d = Drawn(name, parts)
    pair = v.Network.pair(d, subject, inspector)
    return " ".join((d.seed.hex(), v.Bundle.ticket(d, subject).hex(), pair[:5].hex()))


def stamp(token, stamped):
    try:
        at, root = v.stamp_verify(bytes.fromhex(token), bytes.fromhex(stamped))
    except Exception:  # as the step that calls it does
        return ""
    return "%d %s" % ((at - datetime.datetime(1970, 1, 1)).total_seconds(), root)


for line in sys.stdin:
    request = json.loads(line)
    if request["op"] == "verify":
        report = v.verify(base64.b64decode(request["bundle"]), request["wanted"], request["now"])
        answer = v.machine(report)
    elif request["op"] == "vectors":
        answer = "\n".join(vector(q) for q in request["vectors"])
    elif request["op"] == "stamps":
        answer = "\n".join(stamp(t, request["stamped"]) for t in request["tokens"])
    elif request["op"] == "fuzz":
        answer = json.dumps(fuzz(request))
    else:
        answer = str(eval(request["code"], {"v": v}))
    sys.stdout.buffer.write((json.dumps(answer) + "\n").encode("ascii"))
    sys.stdout.buffer.flush()
