#!/usr/bin/env python3
# -*- coding: utf-8 -*-
"""verify.py: 独立核验一次可验证抽取的证据包 / verifies the evidence bundle of a publicly verifiable draw.

用法 / usage:   python3 verify.py bundle.zip [--json] [--id CODE] [--lang zh|en]
退出码 / exit:  0 一致 consistent · 1 不一致 verification failed · 2 无法使用的输入 unusable input

Python 3.8 or later, standard library only, no network. It shares no code with the hub, with verify.html
or with the Java command: three programs written apart that must agree.
"""
import binascii
import collections
import copy
import datetime
import hashlib
import json
import re
import struct
import sys
import unicodedata

VERSION = "1"

# ---------------------------------------------------------------------------------------------------------
# 1. Digests: SM3 (GB/T 32905-2016), SHA-256 (FIPS 180-4)
# ---------------------------------------------------------------------------------------------------------


def _rol(x, n):
    n &= 31
    return ((x << n) | (x >> (32 - n))) & 0xFFFFFFFF


_SM3_T = [_rol(0x79CC4519 if j < 16 else 0x7A879D8A, j) for j in range(64)]
_SM3_IV = (0x7380166F, 0x4914B2B9, 0x172442D7, 0xDA8A0600, 0xA96F30BC, 0x163138AA, 0xE38DEE4D, 0xB0FB0E4E)


def sm3_own(data):
    """SM3 in plain Python: OpenSSL builds without SM3 exist, and the standard is short."""
    v = list(_SM3_IV)
    padded = data + b"\x80" + b"\x00" * ((55 - len(data)) % 64) + struct.pack(">Q", len(data) * 8)
    for off in range(0, len(padded), 64):
        w = list(struct.unpack(">16I", padded[off:off + 64]))
        for j in range(16, 68):
            x = w[j - 16] ^ w[j - 9] ^ _rol(w[j - 3], 15)
            w.append(x ^ _rol(x, 15) ^ _rol(x, 23) ^ _rol(w[j - 13], 7) ^ w[j - 6])
        a, b, c, d, e, f, g, h = v
        for j in range(64):
            a12 = _rol(a, 12)
            ss1 = _rol((a12 + e + _SM3_T[j]) & 0xFFFFFFFF, 7)
            ss2 = ss1 ^ a12
            if j < 16:
                ff, gg = a ^ b ^ c, e ^ f ^ g
            else:
                ff, gg = (a & b) | (a & c) | (b & c), (e & f) | (~e & 0xFFFFFFFF & g)
            tt1 = (ff + d + ss2 + (w[j] ^ w[j + 4])) & 0xFFFFFFFF
            tt2 = (gg + h + ss1 + w[j]) & 0xFFFFFFFF
            d, c, b, a = c, _rol(b, 9), a, tt1
            h, g, f, e = g, _rol(f, 19), e, tt2 ^ _rol(tt2, 9) ^ _rol(tt2, 17)
        v = [x ^ y for x, y in zip(v, (a, b, c, d, e, f, g, h))]
    return struct.pack(">8I", *v)


def _sm3_hashlib(data):
    return hashlib.new("sm3", data).digest()


def _choose_sm3():
    try:
        if _sm3_hashlib(b"abc").hex() == "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0":
            return _sm3_hashlib
    except ValueError:
        pass
    return sm3_own


sm3 = _choose_sm3()


def sha256(data):
    return hashlib.sha256(data).digest()


HASHES = {"SM3": sm3, "SHA-256": sha256}


def lp(part):
    """Four byte big-endian length before the bytes: joining stays injective (no "ab"+"c" = "a"+"bc")."""
    return struct.pack(">I", len(part)) + part


# ---------------------------------------------------------------------------------------------------------
# 2. Signatures: SM2 (GM/T 0003.2, curve of GM/T 0003.5), ECDSA P-256/P-384, RSA PKCS#1 v1.5, Ed25519 (RFC 8032)
# ---------------------------------------------------------------------------------------------------------


class Curve(object):
    """y^2 = x^3 - 3x + b over p, cofactor 1: true of sm2p256v1, P-256 and P-384."""

    def __init__(self, p, b, n, gx, gy):
        self.p, self.b, self.n, self.g = p, b, n, (gx, gy)
        self.size = (p.bit_length() + 7) // 8

    def on_curve(self, q):
        x, y = q
        return 0 <= x < self.p and 0 <= y < self.p and (y * y - (x * x * x - 3 * x + self.b)) % self.p == 0

    def _double(self, q):
        x, y, z = q
        p = self.p
        if not z or not y:
            return 0, 1, 0
        zz = z * z % p
        m = 3 * (x - zz) * (x + zz) % p
        yy = y * y % p
        s = 4 * x * yy % p
        x3 = (m * m - 2 * s) % p
        return x3, (m * (s - x3) - 8 * yy * yy) % p, 2 * y * z % p

    def _add(self, q, r):
        if not q[2]:
            return r
        if not r[2]:
            return q
        p = self.p
        z1z1, z2z2 = q[2] * q[2] % p, r[2] * r[2] % p
        u1, u2 = q[0] * z2z2 % p, r[0] * z1z1 % p
        s1, s2 = q[1] * r[2] * z2z2 % p, r[1] * q[2] * z1z1 % p
        h, rr = (u2 - u1) % p, (s2 - s1) % p
        if not h:
            return self._double(q) if not rr else (0, 1, 0)
        hh = h * h % p
        hhh = h * hh % p
        v = u1 * hh % p
        x3 = (rr * rr - hhh - 2 * v) % p
        return x3, (rr * (v - x3) - s1 * hhh) % p, q[2] * r[2] * h % p

    def twin(self, k, l, q):
        """kG + lQ, affine, None for the point at infinity (Shamir's trick)."""
        g1, q1 = self.g + (1,), tuple(q) + (1,)
        table = [None, g1, q1, self._add(g1, q1)]
        acc = (0, 1, 0)
        for i in range(max(k.bit_length(), l.bit_length()) - 1, -1, -1):
            acc = self._double(acc)
            pick = (k >> i & 1) | (l >> i & 1) << 1
            if pick:
                acc = self._add(acc, table[pick])
        if not acc[2]:
            return None
        zi = pow(acc[2], self.p - 2, self.p)
        zz = zi * zi % self.p
        return acc[0] * zz % self.p, acc[1] * zz * zi % self.p


SM2 = Curve(
    0xFFFFFFFEFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF00000000FFFFFFFFFFFFFFFF,
    0x28E9FA9E9D9F5E344D5A9E4BCF6509A7F39789F515AB8F92DDBCBD414D940E93,
    0xFFFFFFFEFFFFFFFFFFFFFFFFFFFFFFFF7203DF6B21C6052B53BBF40939D54123,
    0x32C4AE2C1F1981195F9904466A39C9948FE30BBFF2660BE1715A4589334C74C7,
    0xBC3736A2F4F6779C59BDCEE36B692153D0A9877CC62A474002DF32E52139F0A0)
P256 = Curve(
    0xFFFFFFFF00000001000000000000000000000000FFFFFFFFFFFFFFFFFFFFFFFF,
    0x5AC635D8AA3A93E7B3EBBD55769886BC651D06B0CC53B0F63BCE3C3E27D2604B,
    0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551,
    0x6B17D1F2E12C4247F8BCE6E563A440F277037D812DEB33A0F4A13945D898C296,
    0x4FE342E2FE1A7F9B8EE7EB4A7C0F9E162BCE33576B315ECECBB6406837BF51F5)
P384 = Curve(
    0xFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFEFFFFFFFF0000000000000000FFFFFFFF,
    0xB3312FA7E23EE7E4988E056BE3F82D19181D9C6EFE8141120314088F5013875AC656398D8A2ED19D2A85C8EDD3EC2AEF,
    0xFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFC7634D81F4372DDF581A0DB248B0A77AECEC196ACCC52973,
    0xAA87CA22BE8B05378EB1C71EF320AD746E1D3B628BA79B9859F741E082542A385502F25DBF55296C3A545E3872760AB7,
    0x3617DE4A96262C6F5D9E98BF9292DC29F8F41DBD289A147CE9DA3113B5F0B8C00A60B1CE1D7E819D7A431D7C90EA0E5F)


def _int(b):
    return int.from_bytes(b, "big")


def sm2_verify(public, message, r, s, user=b"1234567812345678"):
    """GM/T 0003.2-2012 §7: e = SM3(Z || M), t = r+s, (x1,y1) = sG + tP, accept iff e+x1 = r (mod n)."""
    c = SM2
    if not c.on_curve(public) or not 1 <= r < c.n or not 1 <= s < c.n:
        return False
    z = struct.pack(">H", len(user) * 8) + user
    for v in (c.p - 3, c.b, c.g[0], c.g[1], public[0], public[1]):
        z += v.to_bytes(32, "big")
    e = _int(sm3(sm3(z) + message))
    t = (r + s) % c.n
    if not t:
        return False
    point = c.twin(s, t, public)
    return point is not None and (e + point[0]) % c.n == r


def ecdsa_verify(c, public, digest, r, s):
    """FIPS 186-5 §6.4.2; only time-stamp authorities need it."""
    if not c.on_curve(public) or not 1 <= r < c.n or not 1 <= s < c.n:
        return False
    e = _int(digest)
    e >>= max(0, len(digest) * 8 - c.n.bit_length())
    w = pow(s, c.n - 2, c.n)
    point = c.twin(e * w % c.n, r * w % c.n, public)
    return point is not None and point[0] % c.n == r


_DIGEST_INFO = {
    "sha256": "3031300d060960864801650304020105000420", "sha384": "3041300d060960864801650304020205000430",
    "sha512": "3051300d060960864801650304020305000440",
}


def rsa_verify(modulus, exponent, hash_name, digest, signature):
    """RFC 8017 §8.2.2: encode again and compare the whole block, never parse the padding."""
    k = (modulus.bit_length() + 7) // 8
    if modulus < 0 or not modulus & 1 or not 256 <= k <= 1024 or exponent < 3 or not exponent & 1 or exponent.bit_length() > 64:
        return False
    if len(signature) != k or _int(signature) >= modulus:
        return False
    info = bytes.fromhex(_DIGEST_INFO[hash_name]) + digest
    block = b"\x00\x01" + b"\xff" * (k - len(info) - 3) + b"\x00" + info
    return pow(_int(signature), exponent, modulus).to_bytes(k, "big") == block


_ED_P = 2 ** 255 - 19
_ED_L = 2 ** 252 + 27742317777372353535851937790883648493
_ED_D = -121665 * pow(121666, _ED_P - 2, _ED_P) % _ED_P


def _ed_add(a, b):
    p = _ED_P
    x = (a[1] - a[0]) * (b[1] - b[0]) % p
    y = (a[1] + a[0]) * (b[1] + b[0]) % p
    c = 2 * a[3] * b[3] * _ED_D % p
    d = 2 * a[2] * b[2] % p
    e, f, g, h = y - x, d - c, d + c, y + x
    return e * f % p, g * h % p, f * g % p, e * h % p


def _ed_decode(b):
    """RFC 8032 §5.1.3, refusing y >= p."""
    y = int.from_bytes(b, "little")
    sign, y = y >> 255, y & ((1 << 255) - 1)
    if y >= _ED_P:
        return None
    xx = (y * y - 1) * pow(_ED_D * y * y + 1, _ED_P - 2, _ED_P) % _ED_P
    x = pow(xx, (_ED_P + 3) // 8, _ED_P)
    if (x * x - xx) % _ED_P:
        x = x * pow(2, (_ED_P - 1) // 4, _ED_P) % _ED_P
    if (x * x - xx) % _ED_P or (not x and sign):
        return None
    if x & 1 != sign:
        x = _ED_P - x
    return x, y, 1, x * y % _ED_P


_ED_B = _ed_decode(bytes.fromhex("58" + "66" * 31))


def ed25519_verify(public, message, signature):
    """RFC 8032 §5.1.7 without cofactor: encode(S*B - k*A) must equal R byte for byte."""
    if len(public) != 32 or len(signature) != 64:
        return False
    a = _ed_decode(public)
    s = int.from_bytes(signature[32:], "little")
    if a is None or s >= _ED_L:
        return False
    k = int.from_bytes(hashlib.sha512(signature[:32] + public + message).digest(), "little") % _ED_L
    minus = (_ED_P - a[0], a[1], 1, _ED_P - a[3])
    table = [None, _ED_B, minus, _ed_add(_ED_B, minus)]
    q = (0, 1, 1, 0)
    for i in range(252, -1, -1):
        q = _ed_add(q, q)
        pick = (s >> i & 1) | (k >> i & 1) << 1
        if pick:
            q = _ed_add(q, table[pick])
    zi = pow(q[2], _ED_P - 2, _ED_P)
    x, y = q[0] * zi % _ED_P, q[1] * zi % _ED_P
    return (y | (x & 1) << 255).to_bytes(32, "little") == signature[:32]


# ---------------------------------------------------------------------------------------------------------
# 3. Time stamps: RFC 3161 tokens (CMS, RFC 5652), as far as one file can carry proof. No revocation lists.
# ---------------------------------------------------------------------------------------------------------


class Der(object):
    """One DER element (X.690 §10): definite, minimal lengths only."""

    def __init__(self, data, at=0, end=None):
        end = len(data) if end is None else end
        if at + 2 > end:
            raise ValueError("DER ends early")
        self.tag = data[at]
        if self.tag & 31 == 31:
            raise ValueError("DER high tag")
        n, body = data[at + 1], at + 2
        if n >= 128:
            k = n & 127
            if not 1 <= k <= 3 or body + k > end:
                raise ValueError("DER length")
            n, body = _int(data[body:body + k]), body + k
            if n < 128 or n >> (8 * (k - 1)) == 0:
                raise ValueError("DER length not minimal")
        if body + n > end:
            raise ValueError("DER ends early")
        self.data, self.at, self.body, self.end = data, at, body, body + n

    @property
    def raw(self):
        return self.data[self.at:self.end]

    @property
    def value(self):
        return self.data[self.body:self.end]

    def kids(self, count=None):
        """The elements; exactly as many as count, when given."""
        out, at = [], self.body
        while at < self.end:
            kid = Der(self.data, at, self.end)
            out.append(kid)
            at = kid.end
        if count is not None and len(out) != count:
            raise ValueError("%d DER elements expected" % count)
        return out

    def oid(self):
        """One spelling per identifier: no arc ends in a continuation octet or begins with an empty one."""
        v = self.value
        if self.tag != 6 or not v or v[-1] & 128:
            raise ValueError("OID expected")
        parts, n, fresh = [], 0, True
        for b in v:
            if fresh and b == 0x80:
                raise ValueError("OID not minimal")
            n = n << 7 | b & 127
            fresh = not b & 128
            if fresh:
                parts.append(n)
                n = 0
        first = min(parts[0] // 40, 2)
        return ".".join(map(str, [first, parts[0] - 40 * first] + parts[1:]))

    def integer(self):
        v = self.value
        if self.tag != 2 or not v:
            raise ValueError("INTEGER expected")
        if len(v) > 1 and v[0] == (0xff if v[1] & 128 else 0):
            raise ValueError("INTEGER not minimal")
        return int.from_bytes(v, "big", signed=True)

    def octets(self):
        if self.tag != 4:
            raise ValueError("OCTET STRING expected")
        return self.value

    def bits(self):
        """Content of a BIT STRING of whole octets."""
        if self.tag != 3 or not self.value or self.value[0]:
            raise ValueError("BIT STRING expected")
        return self.value[1:]


def der(data):
    top = Der(data)
    if top.end != len(data):
        raise ValueError("bytes after the DER element")
    return top


_HASH_OIDS = {
    "2.16.840.1.101.3.4.2.1": "sha256", "2.16.840.1.101.3.4.2.2": "sha384", "2.16.840.1.101.3.4.2.3": "sha512",
    "1.2.156.10197.1.401": "sm3",
}
_SIGNATURE_OIDS = {
    "1.2.840.113549.1.1.11": "sha256", "1.2.840.113549.1.1.12": "sha384", "1.2.840.113549.1.1.13": "sha512",
    "1.2.840.10045.4.3.2": "sha256", "1.2.840.10045.4.3.3": "sha384", "1.2.840.10045.4.3.4": "sha512",
    "1.2.156.10197.1.501": "sm3",
}
_CURVE_OIDS = {"1.2.156.10197.1.301": SM2, "1.2.840.10045.3.1.7": P256, "1.3.132.0.34": P384}


def _hash(name, data):
    return sm3(data) if name == "sm3" else hashlib.new(name, data).digest()


def _time(element):
    if element.tag not in (0x17, 0x18):
        raise ValueError("time expected")
    text = element.value.decode("ascii")
    if element.tag == 0x17:
        text = ("19" if text[:2] >= "50" else "20") + text
    m = re.fullmatch(r"([1-9][0-9]{3})([0-9]{2})([0-9]{2})([0-9]{2})([0-9]{2})([0-9]{2})(?:\.[0-9]+)?Z", text)
    if not m:
        raise ValueError("time " + text)
    return datetime.datetime(*[int(part) for part in m.groups()])


def _point(curve, raw):
    if len(raw) != 1 + 2 * curve.size or raw[0] != 4:
        raise ValueError("uncompressed point expected")
    return _int(raw[1:1 + curve.size]), _int(raw[1 + curve.size:])


class Certificate(object):
    """The few fields of an X.509 certificate (RFC 5280) that a stamp needs; the key is read only when it has to verify."""

    def __init__(self, element):
        self.raw = element.raw
        tbs, algorithm, signature = element.kids(3)
        self.tbs, self.signature = tbs.raw, signature.bits()
        self.signature_hash = _SIGNATURE_OIDS.get(algorithm.kids()[0].oid())
        fields = [k for k in tbs.kids() if k.tag != 0xA0]
        self.serial = fields[0].integer()
        self.issuer, self.subject = fields[2].raw, fields[4].raw
        self.not_before, self.not_after = [_time(k) for k in fields[3].kids(2)]
        self.key = fields[5]
        self.extensions = {}
        for k in fields[6:]:
            if k.tag == 0xA3:
                for extension in k.kids()[0].kids():
                    parts = extension.kids()
                    name = parts[0].oid()
                    if name in self.extensions:
                        raise ValueError("extension twice")
                    self.extensions[name] = parts[-1].octets()

    def stamps(self):
        """Extended key usage id-kp-timeStamping and nothing else (RFC 3161 §2.3)."""
        eku = self.extensions.get("2.5.29.37")
        return eku is not None and [k.oid() for k in der(eku).kids()] == ["1.3.6.1.5.5.7.3.8"]

    def may_sign_certificates(self):
        basic = self.extensions.get("2.5.29.19")
        kids = der(basic).kids() if basic else []
        return bool(kids) and kids[0].tag == 1 and kids[0].value == b"\xff"

    def verifies(self, hash_name, message, signature):
        """SM2 signs over SM3, RSA and ECDSA over SHA-2; anything else verifies nothing."""
        algorithm, key = self.key.kids(2)
        ids = algorithm.kids()
        kind = ids[0].oid()
        if kind == "1.2.840.113549.1.1.1":
            modulus, exponent = [k.integer() for k in der(key.bits()).kids(2)]
            return hash_name in _DIGEST_INFO and rsa_verify(modulus, exponent, hash_name, _hash(hash_name, message), signature)
        curve = _CURVE_OIDS.get(ids[1].oid()) if kind == "1.2.840.10045.2.1" else None
        if curve is None or hash_name is None or (curve is SM2) != (hash_name == "sm3"):
            return False
        r, s = [k.integer() for k in der(signature).kids(2)]
        point = _point(curve, key.bits())
        if curve is SM2:
            return sm2_verify(point, message, r, s)
        return ecdsa_verify(curve, point, _hash(hash_name, message), r, s)


def stamp_verify(data, stamped):
    """Returns (time, root certificate sha-256 hex) of an RFC 3161 token over the bytes; ValueError says what fails."""
    content_info = der(data).kids()
    if content_info[0].oid() not in ("1.2.840.113549.1.7.2", "1.2.156.10197.6.1.4.2.2"):
        raise ValueError("not SignedData")
    signed = content_info[1].kids()[0].kids()
    encapsulated = signed[2].kids()
    if encapsulated[0].oid() != "1.2.840.113549.1.9.16.1.4":
        raise ValueError("not TSTInfo")
    info_bytes = encapsulated[1].kids()[0].octets()
    info = der(info_bytes).kids()
    imprint_algorithm, imprint = info[2].kids(2)
    name = _HASH_OIDS.get(imprint_algorithm.kids()[0].oid())
    if name is None or imprint.octets() != _hash(name, stamped):
        raise ValueError("the stamp is over other bytes")
    at = _time(info[4])
    if at.year >= 3000:
        raise ValueError("a time of another age")
    certificates = [Certificate(k) for s in signed[3:] if s.tag == 0xA0 for k in s.kids() if k.tag == 0x30]
    signers = signed[-1].kids()
    if signed[-1].tag != 0x31 or len(signers) != 1:
        raise ValueError("one signer expected")
    signer = signers[0].kids()
    if signer[1].tag != 0x30:
        raise ValueError("the signer is not named by issuer and serial")
    issuer, serial = signer[1].kids(2)
    found = [c for c in certificates if c.issuer == issuer.raw and c.serial == serial.integer()]
    if not found:
        raise ValueError("the signer's certificate is not in the token")
    tsa = found[0]
    hash_name = _HASH_OIDS.get(signer[2].kids()[0].oid())
    if hash_name is None or signer[3].tag != 0xA0:
        raise ValueError("digest algorithm or signed attributes")
    attributes = {}
    for k in signer[3].kids():
        name, values = k.kids(2)
        if name.oid() in attributes:
            raise ValueError("attribute twice")
        attributes[name.oid()] = values.kids(1)[0]
    if attributes["1.2.840.113549.1.9.3"].oid() != "1.2.840.113549.1.9.16.1.4":
        raise ValueError("content type attribute")
    if attributes["1.2.840.113549.1.9.4"].octets() != _hash(hash_name, info_bytes):
        raise ValueError("message digest attribute")
    _signing_certificate(attributes, tsa)
    signature_hash = _SIGNATURE_OIDS.get(signer[4].kids()[0].oid(), hash_name)
    if not tsa.verifies(signature_hash, b"\x31" + signer[3].raw[1:], signer[5].octets()):
        raise ValueError("the stamp's signature")
    if not tsa.stamps() or not tsa.not_before <= at <= tsa.not_after:
        raise ValueError("the certificate is not for time stamps at that time")
    return at, _root(tsa, certificates, at)


def _signing_certificate(attributes, tsa):
    """ESS signingCertificate, version 1 and 2 (RFC 5035): at least one, and each that is there names the certificate by hash."""
    v2, v1 = attributes.get("1.2.840.113549.1.9.16.2.47"), attributes.get("1.2.840.113549.1.9.16.2.12")
    good = v1 is not None or v2 is not None
    if v1 is not None:
        good = v1.kids()[0].kids()[0].kids()[0].octets() == _hash("sha1", tsa.raw)
    if v2 is not None:
        first = v2.kids()[0].kids()[0].kids()
        plain = first[0].tag == 4
        name = "sha256" if plain else _HASH_OIDS.get(first[0].kids()[0].oid())
        good = good and name is not None and first[0 if plain else 1].octets() == _hash(name, tsa.raw)
    if not good:
        raise ValueError("signing certificate attribute")


def _root(certificate, certificates, at):
    """Climbs to a self-signed certificate within the token, or stops at the highest one that is present."""
    steps = 0
    while certificate.issuer != certificate.subject:
        above = [c for c in certificates if c.subject == certificate.issuer]
        if not above:
            return sha256(certificate.raw).hex()
        if steps == 8:
            raise ValueError("the chain has no end")
        issuer, steps = above[0], steps + 1
        if not issuer.may_sign_certificates() or not issuer.not_before <= at <= issuer.not_after:
            raise ValueError("the chain holds a certificate that may not sign")
        if not issuer.verifies(certificate.signature_hash, certificate.tbs, certificate.signature):
            raise ValueError("the chain's signature")
        certificate = issuer
    if not certificate.verifies(certificate.signature_hash, certificate.tbs, certificate.signature):
        raise ValueError("the root certificate's signature")
    return sha256(certificate.raw).hex()


# ---------------------------------------------------------------------------------------------------------
# 4. Canonical JSON (RFC 8785) without floats, NFC, no duplicate keys
# ---------------------------------------------------------------------------------------------------------


def _no_float(text):
    raise ValueError("number is not an integer: " + text)


def _pairs(pairs):
    out = {}
    for k, v in pairs:
        if k in out:
            raise ValueError("duplicate key " + k)
        out[k] = v
    return out


def _utf16(text):
    return text.encode("utf-16-be")


def _write(v, out):
    if isinstance(v, dict):
        out.append("{")
        first = True
        for k in sorted(v, key=_utf16):
            if not first:
                out.append(",")
            first = False
            out.append(json.dumps(k, ensure_ascii=False))
            out.append(":")
            _write(v[k], out)
        out.append("}")
    elif isinstance(v, list):
        out.append("[")
        for i, x in enumerate(v):
            if i:
                out.append(",")
            _write(x, out)
        out.append("]")
    else:
        out.append(json.dumps(v, ensure_ascii=False))


_DECODER = json.JSONDecoder(parse_float=_no_float, parse_constant=_no_float, object_pairs_hook=_pairs)


# ---------------------------------------------------------------------------------------------------------
# 5. Merkle trees (RFC 9162 §2.1): leaf = H(00 || line), node = H(01 || left || right), odd node never doubled
# ---------------------------------------------------------------------------------------------------------


def leaf_hash(h, line):
    return h(b"\x00" + line)


def merkle_root(h, hashes):
    if not hashes:
        return h(b"")
    level = list(hashes)
    while len(level) > 1:
        up = [h(b"\x01" + level[i] + level[i + 1]) for i in range(0, len(level) - 1, 2)]
        if len(level) & 1:
            up.append(level[-1])
        level = up
    return level[0]


def inclusion_path(h, hashes, index):
    """Audit path from the leaf upwards."""
    path, level = [], list(hashes)
    while len(level) > 1:
        sibling = index ^ 1
        if sibling < len(level):
            path.append(level[sibling])
        up = [h(b"\x01" + level[i] + level[i + 1]) for i in range(0, len(level) - 1, 2)]
        if len(level) & 1:
            up.append(level[-1])
        level, index = up, index >> 1
    return path


def root_from_path(h, leaf, index, size, path):
    """RFC 9162 §2.1.3.2."""
    if index >= size:
        return None
    fn, sn, r = index, size - 1, leaf
    for p in path:
        if sn == 0:
            return None
        if fn & 1 or fn == sn:
            r = h(b"\x01" + p + r)
            if not fn & 1:
                while fn and not fn & 1:
                    fn, sn = fn >> 1, sn >> 1
        else:
            r = h(b"\x01" + r + p)
        fn, sn = fn >> 1, sn >> 1
    return r if sn == 0 else None


# ---------------------------------------------------------------------------------------------------------
# 6. What can be wrong, in words (docs/draw/bundle-format.md §9)
# ---------------------------------------------------------------------------------------------------------


class Bad(Exception):
    """One fault: error name, place in the bundle, details for a specialist."""

    def __init__(self, code, place, why=""):
        Exception.__init__(self, "%s %s %s" % (code, place, why))
        self.code, self.place, self.why = code, place, why


class Unusable(Exception):
    """Not a bundle at all: exit code 2."""


STEPS = (
    ("form", "格式、排序、无重复", "Form, order, no duplicates"),
    ("roots", "名单根值与数量", "List roots and counts"),
    ("signatures", "签名与时间先后", "Signatures and order in time"),
    ("log", "编号连续、日志成链、作废有记录", "Numbers without gap, chained log, voided draws listed"),
    ("quotas", "比例与名额", "Ratios and quotas"),
    ("seed", "承诺、公开事件与种子", "Commitments, public events and seed"),
    ("picks", "抽中与备选", "Drawn and reserve"),
    ("teams", "执法人员搭配合规", "Teams obey the rules"),
    ("optimal", "搭配唯一且最优", "Teams are the unique optimum"),
    ("corrections", "更正可重演", "Corrections replay"),
    ("mine", "本企业查询", "My enterprise"),
)

TEXTS = {
    "E-ZIP": ("压缩包的结构与规定不符，可能被改动或未下载完整", "the zip container is not as prescribed: altered or cut short"),
    "E-FILE": ("缺少文件，或多出不该有的文件", "a file is missing, or one too many"),
    "E-SEAL": ("文件内容与封签清单不符", "a file differs from the sealed list"),
    "E-UTF8": ("不是合法的 UTF-8 文字", "not valid UTF-8 text"),
    "E-CHAR": ("文字中有格式不允许的字符", "text holds a character that the format does not allow"),
    "E-NFC": ("文字不是规范的 Unicode 形式", "text is not in Unicode NFC"),
    "E-JSON": ("不是规定的 JSON 写法", "not JSON in the prescribed form"),
    "E-FIELD": ("字段内容不合规定", "a field is not as prescribed"),
    "E-OLD": ("用了本版不再支持的写法（研究性抽样、加权），请用当时证据包里的核验程序",
              "written in a way that this version no longer supports (rounding by chance, weights); use the verifier inside that bundle"),
    "E-SORT": ("顺序不对", "wrong order"),
    "E-DUP": ("有重复", "a duplicate"),
    "E-LEAF": ("名单中的一行与其指纹不符", "a line of the list differs from its leaf hash"),
    "E-ROOT": ("名单根值不符", "the root of the list differs"),
    "E-COUNT": ("名单数量不符", "the number of records differs"),
    "E-RULES-HASH": ("规则文件与承诺时的指纹不符", "the rules differ from the committed hash"),
    "E-VERIFIER-HASH": ("验证程序与承诺时的指纹不符", "a verifier program differs from the committed hash"),
    "E-RESULT-HASH": ("结果文件与结果清单的指纹不符", "a result file differs from the hash in result.json"),
    "E-SIG-SM2": ("国密 SM2 签名无效", "the SM2 signature is not valid"),
    "E-SIG-ED25519": ("Ed25519 签名无效", "the Ed25519 signature is not valid"),
    "E-STAMP": ("时间戳缺失或无效", "the time stamp is missing or not valid"),
    "E-ORDER": ("时间先后不对：应先承诺、再揭示、后开奖", "wrong order in time: commit, then reveal, then the event"),
    "E-LOG-CHAIN": ("日志链条断裂", "the log's chain is broken"),
    "E-LOG-GAP": ("日志序号不连续", "the log's numbers have a gap"),
    "E-LOG-DOCUMENT": ("日志与文件对不上", "the log and the files do not match"),
    "E-LOG-TIME": ("日志所记的时间或先后与文件不符", "the log's times or their order differ from the files"),
    "E-DRAWNO": ("抽取编号不连续或重复", "draw numbers have a gap or repeat"),
    "E-REDRAW": ("作废的抽取没有如实列出", "a voided draw is not listed as it should be"),
    "E-STRATA": ("分层或各层数量不符", "the strata or their sizes differ"),
    "E-RATIO": ("抽取比例与规则不符", "a ratio differs from the rules"),
    "E-QUOTA": ("应抽数量算错", "a quota is wrong"),
    "E-RESERVE": ("备选名单或数量不符", "the reserve list or its size differs"),
    "E-EXCLUSION": ("排除情形不合规定", "an exclusion is not as prescribed"),
    "E-RECIPE": ("种子配方不合规定：承诺方不足三方，同一公开事件计了两次，或来源写法不对",
                 "the recipe of the seed is not as prescribed: fewer than three parties, one event counted twice, or a source not spelt as it must be"),
    "E-COMMIT": ("揭示的值与事先的承诺不符", "a revealed value differs from its commitment"),
    "E-REVEAL": ("揭示记录不合规定", "a reveal is not as prescribed"),
    "E-SOURCE": ("公开事件的记录不合规定", "a public event is not recorded as prescribed"),
    "E-ENTROPY": ("公开随机性不足或计算不符", "public randomness too small or counted wrongly"),
    "E-SEED": ("种子算出来不一样", "the seed recomputes differently"),
    "E-SECRET": ("密封值与事先的承诺不符", "the sealed secret differs from its commitment"),
    "E-SECRET-LATE": ("密封值逾期未公开", "the sealed secret was not opened in time"),
    "E-TICKET": ("签号算出来不一样", "a ticket recomputes differently"),
    "E-PICK": ("抽中的对象与重算结果不同", "the subjects drawn differ from the recomputation"),
    "E-TEAM-SIZE": ("检查组人数不对", "a team has the wrong size"),
    "E-TEAM-TWICE": ("同一人在一组中出现两次", "one person twice in a team"),
    "E-ROLE": ("组内岗位不合规则", "roles in a team break the rules"),
    "E-CERT": ("执法证在检查期内失效", "a certificate expires before the inspection ends"),
    "E-RECUSED": ("应回避的人员在组内，或回避记录不实", "a recused person sits in a team, or a recusal is not genuine"),
    "E-CAP": ("人员任务数超过上限", "an inspector is over the cap"),
    "E-ELIGIBLE": ("人员不符合条件，或候选表不符", "an inspector is not eligible, or the eligibility table differs"),
    "E-LADDER": ("放宽步骤没有按事先的顺序使用", "the relaxation ladder was not used in its order"),
    "E-PRICE-FORM": ("最优性证书的格式不对", "the certificate of optimality is malformed"),
    "E-PRICE": ("搭配不是最优", "the teams are not optimal"),
    "E-TIE": ("搭配不是唯一的最优", "the optimum is not unique"),
    "E-CORRECTION": ("更正记录不合规定", "a correction is not as prescribed"),
    "E-CURRENT": ("更正后的名单与重演结果不同", "the current lists differ from the replay"),
    "E-ABSENT": ("该代码不在本次抽取的名单中", "this code is not in the pool of this draw"),
    "E-INTERNAL": ("验证程序遇到意外内容", "the verifier met something unexpected"),
}

# ---------------------------------------------------------------------------------------------------------
# 7. Container: zip, stored only, every header byte fixed; read, encode again, compare
# ---------------------------------------------------------------------------------------------------------


def zip_entries(data):
    """Walks the local headers; raises Bad E-ZIP where the walk cannot go on."""
    if data[:4] != b"PK\x03\x04":
        raise Unusable("not a zip")
    entries, at = {}, 0
    while data[at:at + 4] == b"PK\x03\x04":
        if at + 30 > len(data):
            raise Bad("E-ZIP", "bundle", "header ends early")
        size, = struct.unpack_from("<I", data, at + 18)
        name_length, extra_length = struct.unpack_from("<HH", data, at + 26)
        name = data[at + 30:at + 30 + name_length]
        start = at + 30 + name_length
        if extra_length or data[at + 8:at + 10] != b"\0\0" or start + size > len(data) or not re.match(rb"^[\x21-\x7e]+\Z", name):
            raise Bad("E-ZIP", "bundle", "local header")
        name = name.decode("ascii")
        if name in entries:
            raise Bad("E-ZIP", "bundle", "entry twice: " + name)
        entries[name] = data[start:start + size]
        at = start + size
    if data[at:at + 4] != b"PK\x01\x02":
        raise Bad("E-ZIP", "bundle", "central directory expected")
    return entries


def zip_encode(entries):
    local, central = [], []
    at = 0
    for name in sorted(entries):
        content, raw = entries[name], name.encode("ascii")
        tail = struct.pack("<HHHHHIIIHH", 20, 0x0800, 0, 0, 0x0021, binascii.crc32(content) & 0xFFFFFFFF, len(content), len(content), len(raw), 0)
        central.append(b"PK\x01\x02" + struct.pack("<H", 20) + tail + struct.pack("<HHHII", 0, 0, 0, 0, at) + raw)
        piece = b"PK\x03\x04" + tail + raw
        local.append(piece)
        local.append(content)
        at += len(piece) + len(content)
    directory = b"".join(central)
    end = b"PK\x05\x06" + struct.pack("<HHHHIIH", 0, 0, len(entries), len(entries), len(directory), at, 0)
    return b"".join(local) + directory + end


# ---------------------------------------------------------------------------------------------------------
# 8. Reading the files: one schema a file, every field checked
# ---------------------------------------------------------------------------------------------------------

ZERO = "0" * 64
_HEX64 = re.compile(r"^[0-9a-f]{64}\Z")
_SUBJECT = re.compile(r"^[0-9A-Z:._-]{1,64}\Z")
_INSPECTOR = re.compile("^[0-9A-Z\u8c6b:._-]{1,64}\\Z")
_REGION = re.compile(r"^[0-9]{2,12}\Z")
_DRAWNO = re.compile(r"^([A-Z][A-Z0-9]{1,15})-([0-9]{4})-([0-9]{2,6})\Z")
_TIME = re.compile(r"^(2[0-9]{3}-[0-9]{2}-[0-9]{2})T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]\+08:00\Z")
# What the format does not allow: another Python may disagree what the normal form of such a text is.
_STRANGER = re.compile("[^\u0000-\u007f\u00a0-\u036f\u0391-\u03a1\u03a3-\u052f\u2010-\u2027\u2030-\u205e\u20a0-\u20bf\u2100-\u218b\u2190-\u2426\u2460-\u2b73\u2e80-\u2fdf\u2ff0-\u303f"
                       "\u3041-\u3096\u3099-\u30ff\u3105-\u312f\u3220-\u9fff\ue000-\ufa6d\ufe30-\ufe52\uff01-\uff5e\uffe0-\uffe6\U00020000-\U0002f7ff\U00030000-\U0003fffd]")
_ASCII = bytes(range(128))
_CONTROL = re.compile("[\x00-\x1f\x7f]")
_NUMBER = re.compile(r"^(0|[1-9][0-9]{0,9})\Z")
_NO_WORDS = re.compile(r"[,\"|+:\\]")


def is_int(v, low=0, high=2 ** 53 - 1):
    return type(v) is int and low <= v <= high


def is_flag(v):
    return is_int(v, 0, 1)


def is_text(v, most=None):
    return type(v) is str and (most is None or len(v.encode("utf-8")) <= most)


def is_hex(v):
    return type(v) is str and _HEX64.match(v) is not None


def is_hex_or_empty(v):
    return v == "" or is_hex(v)


def is_pair(v):
    return type(v) is list and len(v) == 2 and is_hex(v[0]) and is_hex(v[1])


def is_word(v):
    return type(v) is str and 1 <= len(v.encode("utf-8")) <= 64 and not _NO_WORDS.search(v) and v[0] != " " and v[-1] != " "


def is_date(v):
    if type(v) is not str or not re.match(r"^[0-9]{4}-[0-9]{2}-[0-9]{2}\Z", v):
        return False
    y, m, d = int(v[:4]), int(v[5:7]), int(v[8:])
    days = (31, 29 if y % 4 == 0 and (y % 100 or y % 400 == 0) else 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
    return y >= 1 and 1 <= m <= 12 and 1 <= d <= days[m - 1]


def is_time(v):
    m = _TIME.match(v) if type(v) is str else None
    return m is not None and is_date(m.group(1))


def is_subject(v):
    if type(v) is not str or not _SUBJECT.match(v):
        return False
    return len(v) != 18 or re.search(r"[:._-]", v) is not None or is_credit_code(v)


_USCC = "0123456789ABCDEFGHJKLMNPQRTUWXY"


def is_credit_code(v):
    """GB 32100-2015: weights 3^i mod 31, check character 31 - sum mod 31."""
    total = 0
    for i, c in enumerate(v[:17]):
        digit = _USCC.find(c)
        if digit < 0:
            return False
        total += digit * pow(3, i, 31)
    return _USCC[(31 - total % 31) % 31] == v[17]


def is_inspector(v):
    return type(v) is str and _INSPECTOR.match(v) is not None and len(v.encode("utf-8")) <= 64


def is_region(v):
    return type(v) is str and _REGION.match(v) is not None


def is_list(v, item):
    return type(v) is list and all(item(x) for x in v)


def is_set(v, item):
    return is_list(v, item) and all(by(a) < by(b) for a, b in zip(v, v[1:]))


def by(text):
    return text.encode("utf-8")


def row(*items):
    return lambda v: type(v) is list and len(v) == len(items) and all(f(x) for f, x in zip(items, v))


def one_of(*words):
    return lambda v: type(v) is str and v in words


def number(low, high=2 ** 53 - 1):
    return lambda v: is_int(v, low, high)


def or_empty(item):
    return lambda v: v == "" or item(v)


def plain(v):
    return is_text(v)


def some(v):
    return is_text(v) and v != ""


def text400(v):
    return is_text(v, 400)


bp = number(0, 10000)
draw_no = lambda v: type(v) is str and _DRAWNO.match(v) is not None  # noqa: E731

OBJECT_ROW = row(is_subject, is_word, is_region, lambda v: is_set(v, is_word), is_word,
                 lambda v: is_set(v, is_word) and len(v) > 0, or_empty(is_word), number(0), is_hex)
INSPECTOR_ROW = row(is_inspector, is_word, lambda v: is_set(v, is_region) and len(v) > 0, lambda v: is_set(v, is_word),
                    is_date, is_flag, number(0, 1000), number(0, 1000), is_hex)
RECUSAL_ROW = row(is_inspector, is_subject, is_hex)
LOG_ROW = row(number(1), is_time, one_of("frozen", "seed", "result", "void", "correction", "opened"), draw_no, is_hex, is_hex)
REDRAW_ROW = row(draw_no, is_time, some, some, is_hex_or_empty, plain)
CORRECTION_ROW = row(number(1), is_time, one_of("exclude", "recuse", "reseat"), is_subject, or_empty(is_inspector), is_word, some, some, is_hex_or_empty)
ROLE_ROW = row(is_word, or_empty(is_word), is_flag, lambda v: is_list(v, is_word), number(0, 1000), number(0, 1000))
TEAM_ROW = row(is_word, lambda v: is_list(v, is_word), number(2, 1000), lambda v: is_list(v, ROLE_ROW) and len(v) > 0)
LADDER_ROW = row(one_of("region", "cap", "dept", "defer"), or_empty(is_word), or_empty(is_word), number(0, 1000000))

STRATUM_ROW = row(some, is_word, bp, number(1), number(0), number(0))
# Keys of rules.json in versions of before; what is not known any more is named and not judged.
OLD = ("research", "weights")

KINDS = ("KL8", "DLT", "SSQ", "PL5", "FC3D", "DICE", "DRAND", "PLATFORM")

JSON_FILES = {
    "seal.json": {"drawNo": draw_no, "files": lambda v: is_list(v, row(some, is_hex)), "stage": one_of("FROZEN", "SEALED", "DRAWN")},
    "rules.json": {
        "atLeastOne": is_flag, "drawHash": one_of("SM3", "SHA-256"), "drawNo": draw_no,
        "exclusions": lambda v: is_list(v, row(is_word, text400)), "firmCap": number(0), "inspectionFrom": is_date,
        "inspectionTo": is_date,
        "items": lambda v: is_list(v, row(is_word, text400, one_of("general", "key"), is_word, bp, number(0), lambda x: is_list(x, is_word))),
        "ladder": lambda v: is_list(v, LADDER_ROW),
        "ratioSchemes": lambda v: is_list(v, row(is_word, text400, lambda x: is_list(x, row(is_word, bp, text400)))),
        "reserveBp": bp, "strata": lambda v: is_list(v, STRATUM_ROW),
        "stratifyBy": lambda v: is_list(v, plain), "teams": lambda v: is_list(v, TEAM_ROW)},
    "manifest.json": {
        "annual": is_flag, "campaign": plain, "counts": {
            "excluded": lambda v: is_list(v, row(is_word, number(0))), "inspectors": number(0), "objects": number(0), "recusals": number(0)},
        "disclosure": {"announced": is_flag, "openAt": or_empty(is_time), "secret": is_hex_or_empty},
        "drawNo": draw_no, "frozenAt": is_time,
        "keys": {"ed25519": is_hex, "sm2": lambda v: type(v) is str and re.match(r"^04[0-9a-f]{128}\Z", v) is not None},
        "logHead": is_hex, "mode": one_of("L", "P", "S"), "protocol": one_of("draw-protocol/1"),
        "roots": {"inspectors": is_pair, "objects": is_pair, "recusals": is_pair}, "rules": is_pair, "scheme": plain,
        "seed": {"demand": number(0), "parties": lambda v: is_list(v, row(is_word, is_hex)), "revealDeadline": or_empty(is_time),
                 "sources": lambda v: is_list(v, row(is_word, one_of(*KINDS), plain, is_time))},
        "software": plain, "stampAuthority": plain, "verifiers": lambda v: is_list(v, row(some, is_hex, is_hex))},
    "seed.json": {
        "decibits": number(0), "drawNo": draw_no, "missing": lambda v: is_list(v, is_word),
        "reveals": lambda v: is_list(v, row(is_word, is_hex_or_empty, or_empty(is_time), is_hex_or_empty)), "seed": is_hex,
        "sources": lambda v: is_list(v, row(is_word, plain, or_empty(is_time), is_hex_or_empty, plain))},
    "secret.json": {"drawNo": draw_no, "openedAt": is_time, "secret": is_hex},
    "result.json": {
        "approver": plain, "at": is_time, "deferred": lambda v: is_set(v, is_subject), "drawNo": draw_no,
        "files": lambda v: is_list(v, row(some, is_hex)), "ladder": number(0, 1000), "manifest": is_pair, "reason": plain,
        "seed": is_hex_or_empty, "shortfalls": lambda v: is_list(v, row(number(0), plain)), "status": one_of("drawn", "shadow")},
}
LINE_FILES = {
    "objects.jsonl": (OBJECT_ROW, 0), "inspectors.jsonl": (INSPECTOR_ROW, 0), "recusal.opened.jsonl": (RECUSAL_ROW, None),
    "log.jsonl": (LOG_ROW, -1), "redraws.jsonl": (REDRAW_ROW, 0), "corrections.jsonl": (CORRECTION_ROW, -1),
}
PICKS = "stratum,rank,object,ticket"
SEATS = "object,role,inspector,ticket"
CSV_FILES = {"result.objects.csv": PICKS, "reserve.csv": PICKS, "current.objects.csv": PICKS, "result.teams.csv": SEATS, "current.teams.csv": SEATS}
LEAF_FILES = ("objects.leaf", "inspectors.leaf", "recusal.leaf")
SIGNED = ("manifest.json", "result.json", "seal.json")


def lines_of(raw, name, code):
    """The lines of a text file without their LF, each once decoded and once as bytes."""
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError:
        raise Bad("E-UTF8", name)
    if not text.isascii():
        if _STRANGER.search(raw.translate(None, _ASCII).decode("utf-8")):  # most is ASCII, and the pattern is slow
            raise Bad("E-CHAR", name)
        if unicodedata.normalize("NFC", text) != text:
            raise Bad("E-NFC", name)
    if not text:
        return []
    if text[-1] != "\n":
        raise Bad(code, name, "last line without LF")
    return text[:-1].split("\n")


def parse(name, raw):
    """One file to its value; Bad names file, line and fault."""
    if name in JSON_FILES:
        lines = lines_of(raw, name, "E-JSON")
        if len(lines) != 1:
            raise Bad("E-JSON", name, "one line expected")
        value = canonical(lines[0], name)
        fields = dict(JSON_FILES[name])
        if name == "seed.json" and type(value) is dict and "entered" in value:
            fields["entered"] = lambda v: is_list(v, row(is_word, some, some)) and len(v) > 0
        if name == "rules.json" and type(value) is dict and any(k in value for k in OLD):
            raise Bad("E-OLD", name)
        shape(value, fields, name)
        if name == "rules.json":
            check_rules(value)
        if name == "manifest.json":
            check_manifest(value)
        if name == "seal.json" or name == "result.json":
            ordered([f[0] for f in value["files"]], name)
        return value
    if name in LINE_FILES:
        fits, key = LINE_FILES[name]
        rows, before = [], None
        for i, text in enumerate(lines_of(raw, name, "E-JSON")):
            place = "%s:%d" % (name, i + 1)
            value = canonical(text, place)
            if not fits(value):
                raise Bad("E-FIELD", place)
            if key != -1:
                sort = by(text if key is None else value[key])
                if before is not None and sort <= before:
                    raise Bad("E-DUP" if sort == before else "E-SORT", place)
                before = sort
            rows.append(value)
        return rows
    if name in CSV_FILES:
        return parse_csv(name, lines_of(raw, name, "E-FIELD"))
    if name in LEAF_FILES:
        out = []
        for i, text in enumerate(lines_of(raw, name, "E-FIELD")):
            if not re.match(r"^[0-9a-f]{64} [0-9a-f]{64}\Z", text):
                raise Bad("E-FIELD", "%s:%d" % (name, i + 1))
            out.append((text[:64], text[65:]))
        return out
    if name.endswith(".sm2") or name.endswith(".ed25519"):
        lines = lines_of(raw, name, "E-FIELD")
        if len(lines) != 1 or not re.match(r"^[0-9a-f]{128}\Z", lines[0]):
            raise Bad("E-FIELD", name)
        return bytes.fromhex(lines[0])
    return raw


def parse_csv(name, lines):
    head = CSV_FILES[name]
    if not lines or lines[0] != head:
        raise Bad("E-FIELD", name + ":1")
    rows = []
    for i, text in enumerate(lines[1:]):
        f = text.split(",")
        good = len(f) == 4 and not _CONTROL.search(text) and is_hex_or_empty(f[3])
        if good and head == PICKS:
            good = f[0] != "" and _NUMBER.match(f[1]) is not None and is_subject(f[2])
        elif good:
            good = is_subject(f[0]) and is_word(f[1]) and is_inspector(f[2])
        if not good:
            raise Bad("E-FIELD", "%s:%d" % (name, i + 2))
        rows.append(f)
    return rows


def canonical(text, place):
    """RFC 8785 without floats, true, false and null: read, write again, compare."""
    try:
        if _CONTROL.search(text):
            raise ValueError("control character")
        value = _DECODER.decode(text)
        out = []
        _write(value, out)
        if "".join(out) != text:
            raise ValueError("not in canonical form")
        if re.search(r"[0-9]{16}|true|false|null", text):
            _plain(value)
        return value
    except (ValueError, RecursionError) as e:
        raise Bad("E-JSON", place, str(e)[:120])


def _plain(v):
    if isinstance(v, dict):
        v = list(v.values())
    if isinstance(v, list):
        for x in v:
            _plain(x)
    elif v is None or isinstance(v, bool):
        raise ValueError("true, false and null are not used")
    elif isinstance(v, int) and abs(v) > 2 ** 53 - 1:
        raise ValueError("integer beyond 2^53-1")


def shape(value, fields, place):
    if type(value) is not dict or set(value) != set(fields):
        raise Bad("E-FIELD", place, "keys")
    for k, f in fields.items():
        if isinstance(f, dict):
            shape(value[k], f, place)
        elif not f(value[k]):
            raise Bad("E-FIELD", place, k)


def ordered(keys, place):
    for a, b in zip(keys, keys[1:]):
        if by(a) >= by(b):
            raise Bad("E-DUP" if a == b else "E-SORT", place)


def check_rules(r):
    ordered([e[0] for e in r["exclusions"]], "rules.json")
    ordered([e[0] for e in r["items"]], "rules.json")
    ordered([e[0] for e in r["ratioSchemes"]], "rules.json")
    for scheme in r["ratioSchemes"]:
        ordered([e[0] for e in scheme[2]], "rules.json")
    ordered([e[0] for e in r["strata"]], "rules.json")
    words = ["class", "region", "type", "category"]
    if r["stratifyBy"] != [w for w in words if w in r["stratifyBy"]] or r["inspectionFrom"] > r["inspectionTo"]:
        raise Bad("E-FIELD", "rules.json")
    for team in r["teams"]:
        names = [role[0] for role in team[3]]
        if len(set(names)) != len(names) or any(role[4] > role[5] for role in team[3]):
            raise Bad("E-FIELD", "rules.json")


def check_manifest(m):
    d, s = m["disclosure"], m["seed"]
    if d["announced"] == 1 and (d["openAt"] or d["secret"]) or d["announced"] == 0 and not (d["openAt"] and d["secret"]):
        raise Bad("E-FIELD", "manifest.json", "disclosure")
    if m["mode"] == "P" and (s["parties"] or s["sources"]) or m["mode"] != "P" and not s["revealDeadline"]:
        raise Bad("E-FIELD", "manifest.json", "seed")
    for names in ([p[0] for p in s["parties"]], [p[0] for p in s["sources"]], [v[0] for v in m["verifiers"]], [e[0] for e in m["counts"]["excluded"]]):
        if len(set(names)) != len(names):
            raise Bad("E-DUP", "manifest.json")


# ---------------------------------------------------------------------------------------------------------
# 9. The bundle and its eleven steps
# ---------------------------------------------------------------------------------------------------------

W = 1 << 40


def _epoch(text):
    return datetime.datetime.strptime(text[:19], "%Y-%m-%dT%H:%M:%S")


def _later(text, hours):
    return (_epoch(text) + datetime.timedelta(hours=hours)).strftime("%Y-%m-%dT%H:%M:%S") + "+08:00"


class Bundle(object):
    def __init__(self, data, now):
        self.data, self.now = data, now
        self.cache, self.notes, self.subject = {}, [], ""
        self.walk = None
        try:
            self.files = zip_entries(data)
        except Bad as e:
            self.files, self.walk = {}, e
        if self.walk is None and "manifest.json" not in self.files:
            raise Unusable("no manifest.json")

    # -- access ------------------------------------------------------------------------------------------

    def raw(self, name):
        if self.walk:
            raise self.walk
        if name not in self.files:
            raise Bad("E-FILE", name, "missing")
        return self.files[name]

    def get(self, name):
        """The parsed file; a fault found once is the same fault every time."""
        if name not in self.cache:
            try:
                self.cache[name] = parse(name, self.raw(name))
            except Bad as e:
                self.cache[name] = e
        value = self.cache[name]
        if isinstance(value, Bad):
            raise value
        return value

    def has(self, name):
        return name in self.files

    def once(self, key, make):
        if key not in self.cache:
            self.cache[key] = make()
        return self.cache[key]

    @property
    def manifest(self):
        return self.get("manifest.json")

    @property
    def rules(self):
        return self.get("rules.json")

    @property
    def result(self):
        return self.get("result.json")

    @property
    def stage(self):
        return self.get("seal.json")["stage"]

    @property
    def platform(self):
        return self.manifest["mode"] == "P"

    def h(self, data):
        return HASHES[self.rules["drawHash"]](data)

    # -- 1 form ------------------------------------------------------------------------------------------

    def form(self):
        if self.walk:
            raise self.walk
        if zip_encode(self.files) != self.data:
            raise Bad("E-ZIP", "bundle")
        want, may = self.expected_files()
        for name in sorted(set(want) | set(self.files)):
            if name not in self.files or name not in want and name not in may:
                raise Bad("E-FILE", name)
        sealed = dict(self.get("seal.json")["files"])
        for name in sorted(set(sealed) | set(self.files)):
            if name in ("seal.json", "seal.json.sm2", "seal.json.ed25519") and name not in sealed:
                continue
            if name not in sealed or name not in self.files or sm3(self.files[name]).hex() != sealed[name]:
                raise Bad("E-SEAL", name)
            if name.startswith("seal.json"):
                raise Bad("E-SEAL", name)
        for name in sorted(self.files):
            self.get(name)
        for name in ("rules.json", "seal.json", "seed.json", "secret.json", "result.json"):
            if self.has(name) and self.get(name)["drawNo"] != self.manifest["drawNo"]:
                raise Bad("E-FIELD", name, "drawNo")

    def expected_files(self):
        stage, m = self.stage, self.manifest
        want = ["manifest.json", "manifest.json.sm2", "manifest.json.ed25519", "rules.json", "objects.jsonl", "objects.leaf",
                "inspectors.jsonl", "inspectors.leaf", "recusal.leaf", "log.jsonl", "redraws.jsonl", "corrections.jsonl",
                "seal.json", "seal.json.sm2", "seal.json.ed25519"] + [v[0] for v in m["verifiers"]]
        may = ["manifest.json.tsr"] if m["stampAuthority"] else []
        if stage == "SEALED" and (m["disclosure"]["announced"] == 1 or self.platform):
            raise Bad("E-FILE", "seal.json", "nothing to keep closed")
        if stage != "FROZEN":
            want += ["result.json", "result.json.sm2", "result.json.ed25519"]
            may += ["result.json.tsr"] if m["stampAuthority"] else []
            if not self.platform:
                want.append("seed.json")
        if stage == "DRAWN":
            want += ["result.objects.csv", "result.teams.csv", "eligibility.bin", "recusal.opened.jsonl", "current.objects.csv", "current.teams.csv"]
            if not self.platform:
                want += ["reserve.csv", "prices.bin"]
                if m["disclosure"]["announced"] == 0:
                    want.append("secret.json")
        return want, may

    # -- 2 roots -----------------------------------------------------------------------------------------

    def roots(self):
        m = self.manifest
        for kind in ("objects", "inspectors"):
            self.get(kind + ".jsonl")
            leaves, lines = self.get(kind + ".leaf"), self.raw(kind + ".jsonl").split(b"\n")[:-1]
            for i in range(max(len(leaves), len(lines))):
                if i >= len(leaves) or i >= len(lines) or (leaf_hash(sm3, lines[i]).hex(), leaf_hash(sha256, lines[i]).hex()) != leaves[i]:
                    raise Bad("E-LEAF", "%s.leaf:%d" % (kind, i + 1))
            self.check_root(kind, leaves)
        self.check_root("recusals", self.get("recusal.leaf"))
        excluded = {}
        for o in self.get("objects.jsonl"):
            if o[6]:
                excluded[o[6]] = excluded.get(o[6], 0) + 1
        listed = {k: n for k, n in m["counts"]["excluded"] if n}
        if listed != excluded:
            raise Bad("E-COUNT", "manifest.json", "excluded")
        rules = self.raw("rules.json")
        if [sm3(rules).hex(), sha256(rules).hex()] != m["rules"]:
            raise Bad("E-RULES-HASH", "rules.json")
        for name, a, b in m["verifiers"]:
            content = self.raw(name)
            if sm3(content).hex() != a or sha256(content).hex() != b:
                raise Bad("E-VERIFIER-HASH", name)
        if self.stage != "FROZEN":
            self.check_result()

    def check_root(self, kind, leaves):
        m = self.manifest
        for i, h in enumerate((sm3, sha256)):
            if merkle_root(h, [bytes.fromhex(leaf[i]) for leaf in leaves]).hex() != m["roots"][kind][i]:
                raise Bad("E-ROOT", "manifest.json", kind)
        if len(leaves) != m["counts"][kind]:
            raise Bad("E-COUNT", "manifest.json", kind)

    def check_result(self):
        raw = self.raw("manifest.json")
        if self.result["manifest"] != [sm3(raw).hex(), sha256(raw).hex()]:
            raise Bad("E-RESULT-HASH", "result.json", "manifest")
        names = ["eligibility.bin", "recusal.opened.jsonl", "result.objects.csv", "result.teams.csv"]
        if not self.platform:
            names += ["prices.bin", "reserve.csv", "seed.json"]
        if [f[0] for f in self.result["files"]] != sorted(names):
            raise Bad("E-RESULT-HASH", "result.json", "files")
        for name, want in self.result["files"]:
            if (self.stage == "DRAWN" or name == "seed.json") and sm3(self.raw(name)).hex() != want:
                raise Bad("E-RESULT-HASH", name)

    # -- 3 signatures ------------------------------------------------------------------------------------

    def signatures(self):
        m = self.manifest
        self.check_signatures("manifest.json")
        self.check_signatures("seal.json")
        if self.stage != "FROZEN":
            self.check_signatures("result.json")
        stamped = self.stamp("manifest.json")
        at = m["frozenAt"]
        if stamped:
            if not at <= stamped <= _later(at, 24):
                raise Bad("E-ORDER", "manifest.json.tsr")
            at = stamped
        if not self.platform:
            if not at < m["seed"]["revealDeadline"]:
                raise Bad("E-ORDER", "manifest.json", "revealDeadline")
            for source in m["seed"]["sources"]:
                if not m["seed"]["revealDeadline"] < source[3]:
                    raise Bad("E-ORDER", "manifest.json", source[0])
        if self.stage != "FROZEN":
            done = self.result["at"]
            if done < m["frozenAt"] or any(done < source[3] for source in m["seed"]["sources"]):
                raise Bad("E-ORDER", "result.json")
            stamped = self.stamp("result.json")
            if stamped and stamped < done:
                raise Bad("E-ORDER", "result.json.tsr")

    def check_signatures(self, name):
        keys, raw = self.manifest["keys"], self.raw(name)
        signature = self.get(name + ".sm2")
        key = bytes.fromhex(keys["sm2"])
        if not sm2_verify((_int(key[1:33]), _int(key[33:])), raw, _int(signature[:32]), _int(signature[32:])):
            raise Bad("E-SIG-SM2", name + ".sm2")
        if not ed25519_verify(bytes.fromhex(keys["ed25519"]), raw, self.get(name + ".ed25519")):
            raise Bad("E-SIG-ED25519", name + ".ed25519")

    def stamp(self, name):
        """The stamp's time as the bundle writes times, or None when no stamp was configured."""
        if not self.manifest["stampAuthority"]:
            return None
        tsr = name + ".tsr"
        if not self.has(tsr):
            raise Bad("E-STAMP", tsr, "missing")
        try:
            at, root = stamp_verify(self.raw(tsr), self.raw(name))
        except Exception as e:  # a parser meeting arbitrary bytes: whatever it trips over, the stamp is not valid
            raise Bad("E-STAMP", tsr, str(e)[:120])
        self.notes.append("%s: %s" % (tsr, root))
        return (at + datetime.timedelta(hours=8)).strftime("%Y-%m-%dT%H:%M:%S") + "+08:00"

    # -- 4 log -------------------------------------------------------------------------------------------

    def log(self):
        rows, texts = self.get("log.jsonl"), self.raw("log.jsonl").split(b"\n")
        prev, at, numbers = ZERO, "", {}
        for i, entry in enumerate(rows):
            place = "log.jsonl:%d" % (i + 1)
            if entry[0] != i + 1:
                raise Bad("E-LOG-GAP", place)
            if entry[5] != prev or entry[1] < at:
                raise Bad("E-LOG-CHAIN", place)
            prev, at = sm3(texts[i]).hex(), entry[1]
            if entry[2] == "frozen":
                prefix, year, n = _DRAWNO.match(entry[3]).groups()
                numbers[prefix, year] = numbers.get((prefix, year), 0) + 1
                if int(n) != numbers[prefix, year]:
                    raise Bad("E-DRAWNO", place)
        self.log_documents(rows)
        self.check_redraws(rows)
        self.log_times(rows)

    def log_documents(self, rows):
        mine = [e for e in rows if e[3] == self.manifest["drawNo"]]
        self.get("corrections.jsonl")
        want = {
            "frozen": [self.raw("manifest.json")],
            "seed": [self.raw("seed.json")] if self.has("seed.json") else [],
            "result": [self.raw("result.json")] if self.has("result.json") else [],
            "opened": [self.raw("secret.json")] if self.has("secret.json") else [],
            "correction": self.raw("corrections.jsonl").split(b"\n")[:-1],
        }
        closed = self.stage == "SEALED"  # who was corrected is as closed as who was drawn
        if closed and want["correction"]:
            raise Bad("E-LOG-DOCUMENT", "log.jsonl", "correction")
        for kind in ("frozen", "seed", "result", "opened", "correction"):
            if closed and kind == "correction":
                continue
            if [e[4] for e in mine if e[2] == kind] != [sm3(x).hex() for x in want[kind]]:
                raise Bad("E-LOG-DOCUMENT", "log.jsonl", kind)
        if [e[5] for e in mine if e[2] == "frozen"] != [self.manifest["logHead"]]:
            raise Bad("E-LOG-DOCUMENT", "log.jsonl", "logHead")

    def check_redraws(self, rows):
        redraws = self.get("redraws.jsonl")
        texts = self.raw("redraws.jsonl").split(b"\n")
        listed = sorted((r[0], sm3(texts[i]).hex()) for i, r in enumerate(redraws))
        if sorted((e[3], e[4]) for e in rows if e[2] == "void") != listed:
            raise Bad("E-REDRAW", "redraws.jsonl")
        frozen = set(e[3] for e in rows if e[2] == "frozen")
        for i, r in enumerate(redraws):
            if r[0] not in frozen or r[0] == self.manifest["drawNo"] and r[5] != self.manifest["scheme"]:
                raise Bad("E-REDRAW", "redraws.jsonl:%d" % (i + 1))
        if self.has("result.json"):
            course, r = [e[2] for e in rows if e[3] == self.manifest["drawNo"]], self.result
            shadow = r["status"] == "shadow"
            void = "void" in course[:course.index("result")]
            if (void, bool(r["reason"]), bool(r["approver"])) != (shadow, shadow, shadow):
                raise Bad("E-REDRAW", "result.json")

    def log_times(self, rows):
        """An entry bears its document's own time, and every draw runs its course in order: no file can be dated back."""
        said = {"frozen": [self.manifest["frozenAt"]]}
        if self.has("result.json"):
            said["seed"], said["result"] = [self.result["at"]], [self.result["at"]]
        if self.has("secret.json"):
            said["opened"] = [self.get("secret.json")["openedAt"]]
        if self.stage != "SEALED":
            said["correction"] = [c[1] for c in self.get("corrections.jsonl")]
        voids = dict((r[0], r[1]) for r in self.get("redraws.jsonl"))
        course, reached = ("frozen", "seed", "result", "correction opened"), {}
        for i, (_, at, kind, number, _, _) in enumerate(rows):
            place = "log.jsonl:%d" % (i + 1)
            if kind == "void":
                if number not in reached or voids[number] != at:
                    raise Bad("E-LOG-TIME", place, voids[number])
                continue
            stage = [k for k, names in enumerate(course) if kind in names.split()][0]
            if stage < reached.get(number, 0) or stage and number not in reached:
                raise Bad("E-LOG-TIME", place, "order")
            reached[number] = stage
            if number == self.manifest["drawNo"] and kind in said and said[kind].pop(0) != at:
                raise Bad("E-LOG-TIME", place)

    # -- 5 quotas ----------------------------------------------------------------------------------------

    def strata_of(self, o):
        """[(item, stratum code)] of a subject that counts."""
        if o[6]:
            return []
        parts = {"class": o[4], "region": o[2], "type": o[1], "category": "+".join(o[3]) or "-"}
        tail = "".join("|" + parts[w] for w in self.rules["stratifyBy"])
        known = self.once("#items", lambda: set(i[0] for i in self.rules["items"]))
        return [(t, t + tail) for t in o[5] if t in known]

    def members(self):
        """Stratum code -> subject ids."""
        def make():
            out = {}
            for o in self.get("objects.jsonl"):
                for _, code in self.strata_of(o):
                    out.setdefault(code, []).append(o[0])
            return out
        return self.once("#members", make)

    def quotas(self):
        r = self.rules
        codes = set(e[0] for e in r["exclusions"])
        for i, o in enumerate(self.get("objects.jsonl")):
            if o[6] and o[6] not in codes or r["firmCap"] and o[7] >= r["firmCap"] and not o[6]:
                raise Bad("E-EXCLUSION", "objects.jsonl:%d" % (i + 1))
        counted = {}
        for o in self.get("objects.jsonl"):
            for item, code in self.strata_of(o):
                counted[code] = [item, counted.get(code, [item, 0])[1] + 1]
        listed = dict((s[0], [s[1], s[3]]) for s in r["strata"])
        for code in sorted(set(counted) | set(listed), key=by):
            if counted.get(code) != listed.get(code):
                raise Bad("E-STRATA", "rules.json#" + code)
        for s in r["strata"]:
            if self.ratio(s) != s[2]:
                raise Bad("E-RATIO", "rules.json#" + s[0])
        n = self.places()
        for s in r["strata"]:
            if n[s[0]] != s[4] or s[4] > s[3]:
                raise Bad("E-QUOTA", "rules.json#" + s[0])
        for s in r["strata"]:
            if s[5] != min(s[3] - s[4], (s[4] * r["reserveBp"] + 9999) // 10000):
                raise Bad("E-RESERVE", "rules.json#" + s[0])

    def ratio(self, s):
        """Basis points that the rules give to a stratum, None if they give none."""
        r = self.rules
        item = [i for i in r["items"] if i[0] == s[1]][0]
        rows = [dict((c[0], c[1]) for c in x[2]) for x in r["ratioSchemes"] if x[0] == item[3]]
        if not rows or item[2] == "key" and item[4] != 10000:
            return None
        # The class is the first word after the item, for stratifyBy keeps its order; codes hold no '|'.
        word = s[0].split("|")[1] if r["stratifyBy"][:1] == ["class"] else "*"
        value = rows[0].get(word, rows[0].get("*"))
        return None if value is None or item[2] == "general" and value > item[4] else value

    def places(self):
        """n of every stratum, in integers (docs/draw/bundle-format.md §4)."""
        r, out = self.rules, {}
        for item in r["items"]:
            strata = [s for s in r["strata"] if s[1] == item[0]]
            total = item[5]
            if not total:
                for s in strata:
                    out[s[0]] = (s[3] * s[2] + 9999) // 10000
            else:
                weight = sum(s[3] * s[2] for s in strata)
                if strata and not weight:
                    raise Bad("E-QUOTA", "rules.json#" + strata[0][0])
                for s in strata:
                    out[s[0]] = total * s[3] * s[2] // weight
                rest = total - sum(out[s[0]] for s in strata)
                for s in sorted(strata, key=lambda s: (-(total * s[3] * s[2] % weight), by(s[0])))[:rest]:
                    out[s[0]] += 1
            for s in strata:
                if r["atLeastOne"] and s[2] and not out[s[0]]:
                    out[s[0]] = 1
        return out

    # -- 6 seed ------------------------------------------------------------------------------------------

    def recipe(self):
        """What was promised of the seed; judged for a frozen bundle already, while a witness can still object."""
        m, plan = self.manifest, self.manifest["seed"]
        if len(plan["parties"]) < 3:
            raise Bad("E-RECIPE", "manifest.json", "parties")
        events, possible = [], 0
        for name, kind, detail, at in plan["sources"]:
            own = [(kind, detail)]
            if kind in ("KL8", "DLT", "SSQ", "PL5", "FC3D"):  # one issue a day at most
                own.append((kind, "day", at[:10]))
            bits = decibits(kind, detail)
            if bits is None or any(e in events for e in own):
                raise Bad("E-RECIPE", "manifest.json", name)
            events += own
            possible += bits
        if m["mode"] == "S" and not any(s[1] == "PLATFORM" for s in plan["sources"]):
            raise Bad("E-RECIPE", "manifest.json", "PLATFORM")
        if plan["demand"] < (1280 if m["annual"] else 640) or possible < plan["demand"]:
            raise Bad("E-ENTROPY", "manifest.json")

    def seed(self):
        self.recipe()
        if self.stage == "FROZEN":
            return
        m, s = self.manifest, self.get("seed.json")
        plan = m["seed"]
        if [x[0] for x in s["sources"]] != [x[0] for x in plan["sources"]]:
            raise Bad("E-SOURCE", "seed.json")
        total, missing = 0, []
        for want, got in zip(plan["sources"], s["sources"]):
            if not got[1]:
                missing.append(got[0])
                if got[2] or got[3] or got[4]:
                    raise Bad("E-SOURCE", "seed.json", got[0])
                continue
            if not fits(want[1], want[2], got[1]) or not want[3] <= got[2] <= self.result["at"]:
                raise Bad("E-SOURCE", "seed.json", got[0])
            total += decibits(want[1], want[2])
        if [x[0] for x in s["reveals"]] != [x[0] for x in plan["parties"]]:
            raise Bad("E-REVEAL", "seed.json")
        for want, got in zip(plan["parties"], s["reveals"]):
            if not got[1]:
                missing.append(got[0])
                if got[2] or got[3]:
                    raise Bad("E-REVEAL", "seed.json", got[0])
                continue
            if not m["frozenAt"] <= got[2] <= plan["revealDeadline"]:
                raise Bad("E-REVEAL", "seed.json", got[0])
            parts = (b"SSJ/commit/v1", by(m["drawNo"]), by(got[0]), bytes.fromhex(got[1]))
            if self.h(b"".join(lp(p) for p in parts)).hex() != want[1]:
                raise Bad("E-COMMIT", "seed.json", got[0])
        if s["missing"] != missing:
            raise Bad("E-REVEAL", "seed.json", "missing")
        entered = s.get("entered", [])
        hands = [x[0] for x in entered]
        if hands != [x[0] for x in s["sources"] + s["reveals"] if x[1] and x[0] in hands] or any(x[1] == x[2] for x in entered):
            raise Bad("E-SOURCE", "seed.json", "entered")
        if total != s["decibits"] or total < plan["demand"]:
            raise Bad("E-ENTROPY", "seed.json")
        parts = [b"SSJ/seed/v1", by(m["campaign"] or m["drawNo"])] + [by(x[0] + ":" + x[1]) for x in s["sources"]]
        if s["reveals"]:
            parts.append(by("commit-reveal:" + "|".join(x[1] for x in s["reveals"])))
        if self.h(b"".join(lp(p) for p in parts)).hex() != s["seed"]:
            raise Bad("E-SEED", "seed.json")
        if self.result["seed"] != s["seed"]:
            raise Bad("E-SEED", "result.json")
        self.check_secret()

    def check_secret(self):
        d = self.manifest["disclosure"]
        if d["announced"]:
            return
        if self.stage == "SEALED":
            if self.now > d["openAt"]:
                raise Bad("E-SECRET-LATE", "manifest.json")
            return
        secret = self.get("secret.json")
        if self.h(bytes.fromhex(secret["secret"])).hex() != d["secret"] or secret["openedAt"] < d["openAt"]:
            raise Bad("E-SECRET", "secret.json")
        if secret["openedAt"] > _later(d["openAt"], 24):
            raise Bad("E-SECRET-LATE", "secret.json")

    def used_seed(self):
        def make():
            if self.platform:
                return self.h(b"".join(lp(x) for x in (
                    b"SSJ/platform/v1", by(self.manifest["drawNo"]), self.raw("result.objects.csv"), self.raw("result.teams.csv"))))
            seed = bytes.fromhex(self.get("seed.json")["seed"])
            if self.manifest["disclosure"]["announced"]:
                return seed
            return self.h(lp(seed) + lp(bytes.fromhex(self.get("secret.json")["secret"])))
        return self.once("#seed", make)

    def bin_salt(self):
        return bytes(32) if self.platform else self.h(lp(b"SSJ/salt/v1") + lp(self.used_seed()))

    # -- 7 picks -----------------------------------------------------------------------------------------

    def ticket(self, subject):
        raw = subject.encode("ascii")
        return self.h(b"SSJ1" + self.used_seed() + bytes((len(raw),)) + raw)

    def ranking(self):
        """Stratum code -> [(ticket, id)] of drawn and reserve, ascending."""
        def make():
            tickets, out = {}, {}
            h, head = HASHES[self.rules["drawHash"]], b"SSJ1" + self.used_seed()
            for s in self.rules["strata"]:
                pool = []
                for subject in self.members().get(s[0], []):
                    t = tickets.get(subject)
                    if t is None:
                        raw = subject.encode("ascii")
                        t = tickets[subject] = h(head + bytes((len(raw),)) + raw)
                    pool.append((t, subject))
                pool.sort()
                out[s[0]] = pool[:s[4] + s[5]]
            return out
        return self.once("#ranking", make)

    def picks(self):
        if self.platform:
            return self.platform_picks()
        drawn, reserve = [], []
        for s in self.rules["strata"]:
            n = s[4]
            for i, (t, subject) in enumerate(self.ranking()[s[0]]):
                (drawn if i < n else reserve).append([s[0], str(i + 1), subject, t.hex()])
        self.same_rows("result.objects.csv", drawn, "E-PICK", "E-TICKET")
        self.same_rows("reserve.csv", reserve, "E-RESERVE", "E-RESERVE")

    def same_rows(self, name, want, row_code, ticket_code):
        got = self.get(name)
        for i in range(max(len(got), len(want))):
            place = "%s:%d" % (name, i + 2)
            if i >= len(got) or i >= len(want) or got[i][:3] != want[i][:3]:
                raise Bad(row_code, place)
            if got[i][3] != want[i][3]:
                raise Bad(ticket_code, place)

    def platform_picks(self):
        """Mode P: the platform drew; only membership and number can be judged."""
        rows, at, seen = self.get("result.objects.csv"), 0, set()
        for s in self.rules["strata"]:
            members, rank = set(self.members().get(s[0], [])), 0
            for _ in range(s[4]):
                place = "result.objects.csv:%d" % (at + 2)
                r = rows[at] if at < len(rows) else None
                if r is None or r[0] != s[0] or r[2] not in members or (r[0], r[2]) in seen or int(r[1]) <= rank or r[3]:
                    raise Bad("E-PICK", place)
                seen.add((r[0], r[2]))
                rank = int(r[1])
                at += 1
        if at != len(rows):
            raise Bad("E-PICK", "result.objects.csv:%d" % (at + 2))

    # -- 8 teams -----------------------------------------------------------------------------------------

    def network(self):
        return self.once("#network", lambda: Network(self))

    def teams(self):
        net, rules = self.network(), self.rules
        self.check_recusals()
        ladder = self.result["ladder"]
        if ladder > len(rules["ladder"]):
            raise Bad("E-LADDER", "result.json")
        net.relax(ladder)
        rows = self.get("result.teams.csv")
        deferred = net.deferred(ladder)
        members, loads, before = {}, {}, None
        for i, (subject, role, inspector, ticket) in enumerate(rows):
            place = "result.teams.csv:%d" % (i + 2)
            plan = None if subject in deferred or subject not in net.items else net.plan(subject)
            if plan is None:
                raise Bad("E-TEAM-SIZE", place)
            roles = [r[0] for r in plan[3]]
            if role not in roles:
                raise Bad("E-ROLE", place)
            key = (by(subject), roles.index(role), by(inspector))
            team = members.setdefault(subject, {})
            if inspector in team:
                raise Bad("E-TEAM-TWICE", place)
            if before is not None and key < before:
                raise Bad("E-SORT", place)
            before = key
            net.judge(subject, plan, role, inspector, place)
            team[inspector] = role
            loads[inspector] = loads.get(inspector, 0) + 1
            want = "" if self.platform else net.pair(subject, inspector).hex()
            if ticket != want:
                raise Bad("E-TICKET", place)
        for subject in net.subjects(deferred):
            plan, team = net.plan(subject), list(members.get(subject, {}).values())
            if len(team) != plan[2]:
                raise Bad("E-TEAM-SIZE", "result.teams.csv", subject)
            for r in plan[3]:
                if not r[4] <= team.count(r[0]) <= r[5]:
                    raise Bad("E-ROLE", "result.teams.csv", subject)
        for inspector, load in loads.items():
            if load > net.cap(inspector):
                raise Bad("E-CAP", "result.teams.csv", inspector)
        if self.raw("eligibility.bin") != net.eligibility(deferred):
            raise Bad("E-ELIGIBLE", "eligibility.bin")
        net.check_ladder(ladder, self.result["deferred"])

    def check_recusals(self):
        leaves = set(leaf[0] for leaf in self.get("recusal.leaf"))
        named = set(r[2] for r in self.get("result.objects.csv"))
        if not self.platform:
            named |= set(r[2] for r in self.get("reserve.csv"))
        self.get("recusal.opened.jsonl")
        lines = self.raw("recusal.opened.jsonl").split(b"\n")
        for i, r in enumerate(self.get("recusal.opened.jsonl")):
            if r[1] not in named or leaf_hash(sm3, lines[i]).hex() not in leaves:
                raise Bad("E-RECUSED", "recusal.opened.jsonl:%d" % (i + 1))

    # -- 9 optimal ---------------------------------------------------------------------------------------

    def optimal(self):
        net, ladder = self.network(), min(self.result["ladder"], len(self.rules["ladder"]))
        net.relax(ladder)
        subjects = net.subjects(net.deferred(ladder))
        raw, inspectors = self.raw("prices.bin"), self.get("inspectors.jsonl")
        count = sum(1 + len(net.plan(s)[3]) for s in subjects) + len(inspectors)
        if raw[:8] != b"SSJPRC01" or raw[8:40] != self.bin_salt() or len(raw) < 44:
            raise Bad("E-PRICE-FORM", "prices.bin")
        levels, = struct.unpack_from(">I", raw, 40)
        if not 1 <= levels <= 6 or len(raw) != 44 + 8 * count * levels:
            raise Bad("E-PRICE-FORM", "prices.bin")
        arcs, nodes = net.residual(subjects, self.get("result.teams.csv"))
        for level in range(levels):
            prices = struct.unpack_from(">%dq" % count, raw, 44 + 8 * count * level) + (0,)
            zero = []
            for arc in arcs:
                x, y, first, pair, sign = arc
                cost = first if level == 0 else 0
                if pair is not None:
                    cost = sign * (_int(pair[5 * level:5 * level + 5]))
                reduced = cost + prices[x] - prices[y]
                if reduced < 0:
                    raise Bad("E-PRICE", "prices.bin", "level %d" % (level + 1))
                if reduced == 0:
                    zero.append(arc)
            tie = has_cycle(zero, nodes)
            if tie and level == levels - 1:
                raise Bad("E-TIE", "prices.bin")
            if not tie and level < levels - 1:
                raise Bad("E-PRICE-FORM", "prices.bin", "a level too many")
            arcs = zero

    # -- 10 corrections ----------------------------------------------------------------------------------

    def corrections(self):
        state = Replay(self)
        for i, c in enumerate(self.get("corrections.jsonl")):
            place = "corrections.jsonl:%d" % (i + 1)
            if c[0] != i + 1 or c[1] < self.result["at"]:
                raise Bad("E-CORRECTION", place)
            {"exclude": state.exclude, "recuse": state.recuse, "reseat": state.reseat}[c[2]](c, place)
        for name, text in (("current.objects.csv", state.objects()), ("current.teams.csv", state.teams_csv())):
            if self.raw(name) != text.encode("utf-8"):
                raise Bad("E-CURRENT", name)

    # -- 11 my enterprise --------------------------------------------------------------------------------

    def mine(self, wanted):
        objects, raw = self.get("objects.jsonl"), self.raw("objects.jsonl").split(b"\n")
        name = self.rules["drawHash"]
        h = HASHES[name]
        leaves = [bytes.fromhex(x[0 if name == "SM3" else 1]) for x in self.get("objects.leaf")]
        index = next((i for i, o in enumerate(objects) if o[0] == wanted), None)
        if index is None:
            below = [o[0] for o in objects if by(o[0]) < by(wanted)]
            left, right = len(below) - 1, len(below)
            self.subject = {"id": wanted, "status": "absent", "left": objects[left][0] if left >= 0 else "",
                            "right": objects[right][0] if right < len(objects) else ""}
            raise Bad("E-ABSENT", "objects.jsonl")
        path = inclusion_path(h, leaves, index)
        root = self.manifest["roots"]["objects"][0 if name == "SM3" else 1]
        found = root_from_path(h, leaf_hash(h, raw[index]), index, len(leaves), path)
        if found is None or found.hex() != root:
            raise Bad("E-ROOT", "objects.leaf:%d" % (index + 1))
        o = objects[index]
        self.subject = {"id": wanted, "status": "in-pool", "exclusion": o[6], "meaning": "", "hash": name, "index": index,
                        "size": len(leaves), "path": [p.hex() for p in path], "root": root, "strata": []}
        if o[6]:
            self.subject["status"] = "excluded"
            self.subject["meaning"] = dict(self.rules["exclusions"]).get(o[6], "")
        elif self.stage == "DRAWN":
            self.subject["status"] = "not-drawn"
            self.my_strata(o)

    def my_strata(self, o):
        statuses = []
        for _, code in self.strata_of(o):
            mine = {"stratum": code, "ticket": "", "cutoff": "", "rank": 0, "status": "not-drawn"}
            if self.platform:
                if any(r[0] == code and r[2] == o[0] for r in self.get("result.objects.csv")):
                    mine["status"] = "drawn"
            else:
                s = [x for x in self.rules["strata"] if x[0] == code][0]
                ranking = self.ranking()[code]
                n = s[4]
                mine["ticket"] = self.ticket(o[0]).hex()
                mine["cutoff"] = ranking[n - 1][0].hex() if n else ""
                rank = next((i for i, (_, x) in enumerate(ranking) if x == o[0]), None)
                if rank is not None:
                    mine["rank"], mine["status"] = rank + 1, "drawn" if rank < n else "reserve"
            statuses.append(mine["status"])
            self.subject["strata"].append(mine)
        for status in ("reserve", "drawn"):
            if status in statuses:
                self.subject["status"] = status


_BALLS = {"KL8": ((20, 80),), "DLT": ((5, 35), (2, 12)), "SSQ": ((6, 33), (1, 16))}


def decibits(kind, detail):
    """Tenths of a bit that a public event brings, None when its detail is not one of its kind."""
    if kind == "DICE":
        return int(detail) * 33219 // 1000 if re.match(r"^([1-9]|[1-3][0-9]|40)\Z", detail) else None
    if kind == "DRAND":
        return 1280 if re.match(r"^[0-9a-f]{64}:[1-9][0-9]{0,14}\Z", detail) else None
    return {"KL8": 616, "DLT": 244, "SSQ": 241, "PL5": 166, "FC3D": 99, "PLATFORM": 0}[kind]


def fits(kind, detail, value):
    """Is this a value of the public event?"""
    if kind in _BALLS:
        groups = value.split("+")
        if len(groups) != len(_BALLS[kind]):
            return False
        for group, (count, top) in zip(groups, _BALLS[kind]):
            balls = group.split(".")
            if len(balls) != count or any(not re.match(r"^[0-9]{2}\Z", b) or not 1 <= int(b) <= top for b in balls) or balls != sorted(set(balls)):
                return False
        return True
    if kind == "DRAND":
        return is_hex(value)
    if kind == "PLATFORM":
        return 1 <= len(by(value)) <= 200
    digits = {"PL5": "5", "FC3D": "3", "DICE": detail}[kind]
    return re.match(r"^[0-9]{%s}\Z" % digits, value) is not None


# ---------------------------------------------------------------------------------------------------------
# 10. The matching network: who may serve whom, the ladder, the certificate, late seats
# ---------------------------------------------------------------------------------------------------------


class Network(object):
    def __init__(self, bundle):
        self.b, self.rules = bundle, bundle.rules
        self.region = dict((o[0], o[2]) for o in bundle.get("objects.jsonl"))
        self.inspectors = bundle.get("inspectors.jsonl")
        self.line = dict((x[0], i) for i, x in enumerate(self.inspectors))
        item_of = dict((s[0], s[1]) for s in self.rules["strata"])
        self.items = {}
        for r in bundle.get("result.objects.csv"):
            self.items.setdefault(r[2], set()).add(item_of.get(r[0], ""))
        self.wanted = dict((i[0], set(i[6])) for i in self.rules["items"])
        self.recused = set((r[0], r[1]) for r in bundle.get("recusal.opened.jsonl"))
        self.expertise = [set(x[3]) for x in self.inspectors]
        self.steps = None
        self.packed = {}
        self.relax(0)

    def later(self, items, forbidden):
        """The same people and rules for other subjects with other items, with recusals declared since."""
        net = copy.copy(self)
        net.items, net.recused, net.edges = items, self.recused | forbidden, {}
        return net

    def relax(self, k):
        if self.steps == k:
            return
        steps = self.rules["ladder"][:k]
        self.steps = k
        self.prefixes = [s[3] for s in steps if s[0] == "region"]
        self.more = sum(s[3] for s in steps if s[0] == "cap")
        self.extra = {}
        for s in steps:
            if s[0] == "dept":
                self.extra.setdefault(s[1], set()).add(s[2])
        self.edges = {}
        self.base = {}

    def cap(self, inspector):
        c = self.inspectors[self.line[inspector]][6]
        return c + self.more if c else 0

    def plan(self, subject, items=None):
        drawn = self.items[subject] if items is None else items
        for team in self.rules["teams"]:
            if not team[1] or any(t in drawn for t in team[1]):
                return team
        return None

    def subjects(self, deferred):
        return [s for s in sorted(self.items) if s not in deferred and self.plan(s) is not None]

    def needs(self, items):
        out = set()
        for t in items:
            out |= self.wanted.get(t, set())
        return out

    def region_fits(self, i, region):
        for prefix in self.inspectors[i][2]:
            if region.startswith(prefix):
                return True
            for k in self.prefixes:
                if len(prefix) >= k and len(region) >= k and prefix[:k] == region[:k]:
                    return True
        return False

    def role(self, i, plan):
        """Index of the first role that takes the inspector, or None."""
        x = self.inspectors[i]
        for n, r in enumerate(plan[3]):
            if r[1] and r[1] != x[1] and x[1] not in self.extra.get(r[0], ()):
                continue
            if r[2] and not x[5] or r[3] and not self.expertise[i].intersection(r[3]):
                continue
            return n
        return None

    def serving(self, region, plan, needs):
        """Per role the line numbers of those who may serve, recusals aside; equal questions are answered once."""
        key = (region, plan[0], self.rules["teams"].index(plan), frozenset(needs))
        if key not in self.base:
            roles = [[] for _ in plan[3]]
            for i, x in enumerate(self.inspectors):
                if not x[6] or x[4] < self.rules["inspectionTo"] or needs and not self.expertise[i] & needs:
                    continue
                n = self.role(i, plan)
                if n is not None and self.region_fits(i, region):
                    roles[n].append(i)
            self.base[key] = roles
        return self.base[key]

    def may(self, subject):
        """Per role of the subject's plan the line numbers of those who may serve it."""
        if subject not in self.edges:
            base = self.serving(self.region[subject], self.plan(subject), self.needs(self.items[subject]))
            self.edges[subject] = [[i for i in role if (self.inspectors[i][0], subject) not in self.recused] for role in base]
        return self.edges[subject]

    def judge(self, subject, plan, role, inspector, place):
        """One seat, the most telling fault first."""
        if inspector not in self.line:
            raise Bad("E-ELIGIBLE", place, "unknown inspector")
        i = self.line[inspector]
        x = self.inspectors[i]
        if x[4] < self.rules["inspectionTo"]:
            raise Bad("E-CERT", place)
        if (inspector, subject) in self.recused:
            raise Bad("E-RECUSED", place)
        if not x[6]:
            raise Bad("E-CAP", place)
        needs = self.needs(self.items[subject])
        if not self.region_fits(i, self.region[subject]) or needs and not self.expertise[i] & needs:
            raise Bad("E-ELIGIBLE", place)
        n = self.role(i, plan)
        if n is None or plan[3][n][0] != role:
            raise Bad("E-ROLE", place)

    def pair(self, subject, inspector):
        s, i = by(subject), by(inspector)
        return self.b.h(b"SSJ2" + self.b.used_seed() + bytes((len(s),)) + s + bytes((len(i),)) + i)

    def eligibility(self, deferred):
        subjects = self.subjects(deferred)
        out = [b"SSJELG01", self.b.bin_salt(), struct.pack(">I", len(subjects))]
        for s in subjects:
            roles, raw = self.may(s), by(s)
            out.append(bytes((len(raw),)) + raw + bytes((len(roles),)))
            for role in roles:
                out.append(struct.pack(">%dI" % (len(role) + 1), len(role), *role))
        return b"".join(out)

    # -- ladder ------------------------------------------------------------------------------------------

    def check_ladder(self, k, deferred):
        """The first k-1 steps must admit nothing; the subjects left out must be the ones the rule leaves out."""
        if k:
            self.relax(k - 1)
            if self.outcome(k - 1)[0]:
                raise Bad("E-LADDER", "result.json", "a step too many")
            self.relax(k)
        closed = not self.b.manifest["disclosure"]["announced"]
        if sorted(deferred) != ([] if closed else sorted(self.left_out(k))):
            raise Bad("E-LADDER", "result.json", "deferred")

    def left_out(self, k):
        """Who must be left out with the first k steps, already taken."""
        return self.outcome(k)[1] if any(s[0] == "defer" for s in self.rules["ladder"][:k]) else []

    def deferred(self, k):
        """Named in result.json, or, since that is public at once, only to be computed for an unannounced draw."""
        if self.b.manifest["disclosure"]["announced"]:
            return set(self.b.result["deferred"])
        return self.b.once("#deferred", lambda: set(self.left_out(k)))

    def outcome(self, k):
        """(is there an assignment with k steps, who is left out)."""
        most = [s[3] for s in self.rules["ladder"][:k] if s[0] == "defer"]
        flow, out = Flow(self), []
        order = self.subjects(())
        if most:
            order.sort(key=lambda s: (self.b.ticket(s), s))
        for s in order:
            if not flow.seat(s):
                out.append(s)
                if not most:
                    return False, out
        return len(out) <= (most[-1] if most else 0), out

    # -- certificate -------------------------------------------------------------------------------------

    def residual(self, subjects, rows):
        """Every arc that can still carry flow: (from, to, first cost, pair ticket or None, sign)."""
        seats, loads = {}, {}
        for r in rows:
            seats.setdefault(r[0], set()).add(r[2])
            loads[r[2]] = loads.get(r[2], 0) + 1
        arcs, node = [], 0
        first = sum(1 + len(self.plan(s)[3]) for s in subjects)
        h, head = HASHES[self.rules["drawHash"]], b"SSJ2" + self.b.used_seed()
        tails = [bytes((len(by(x[0])),)) + by(x[0]) for x in self.inspectors]
        for s in subjects:
            top = node
            start = head + bytes((len(by(s)),)) + by(s)
            team = seats.get(s, set())
            for n, (r, may) in enumerate(zip(self.plan(s)[3], self.may(s))):
                me = top + 1 + n
                flow = sum(1 for i in may if self.inspectors[i][0] in team)
                if flow < r[5]:
                    arcs.append((top, me, 0, None, 0))
                if flow > r[4]:
                    arcs.append((me, top, 0, None, 0))
                for i in may:
                    pair = h(start + tails[i])
                    if self.inspectors[i][0] in team:
                        arcs.append((first + i, me, 0, pair, -1))
                    else:
                        arcs.append((me, first + i, 0, pair, 1))
            node = top + 1 + len(self.plan(s)[3])
        sink = first + len(self.inspectors)
        for i, x in enumerate(self.inspectors):
            load = loads.get(x[0], 0)
            if load < self.cap(x[0]):
                arcs.append((first + i, sink, W * (x[7] + load), None, 0))
            if load > 0:
                arcs.append((sink, first + i, -W * (x[7] + load - 1), None, 0))
        return arcs, sink + 1


def has_cycle(arcs, nodes):
    """A directed cycle among zero arcs, after merging node pairs that are joined both ways without a pair ticket."""
    plain_arcs = set((a[0], a[1]) for a in arcs if a[3] is None)
    merged = list(range(nodes))

    def find(x):
        while merged[x] != x:
            merged[x] = merged[merged[x]]
            x = merged[x]
        return x
    for x, y in plain_arcs:
        if (y, x) in plain_arcs:
            merged[find(x)] = find(y)
    out, indegree = {}, {}
    for a in arcs:
        x, y = find(a[0]), find(a[1])
        if x == y:
            if (a[1], a[0]) in plain_arcs and a[3] is None:
                continue
            return True
        out.setdefault(x, []).append(y)
        indegree[y] = indegree.get(y, 0) + 1
        indegree.setdefault(x, 0)
    ready = [x for x, d in indegree.items() if d == 0]
    done = 0
    while ready:
        x = ready.pop()
        done += 1
        for y in out.get(x, ()):
            indegree[y] -= 1
            if indegree[y] == 0:
                ready.append(y)
    return done != len(indegree)


class Flow(object):
    """Feasibility only: seats subjects one after the other along augmenting paths (Ford and Fulkerson)."""

    def __init__(self, net):
        self.net, self.load, self.seats, self.free = net, {}, {}, {}
        self.holds = {}

    def seat(self, subject):
        plan = self.net.plan(subject)
        size, roles = plan[2], plan[3]
        least = sum(r[4] for r in roles)
        if least > size:
            return False
        self.free[subject] = [0] * len(roles)
        starts = [(1, subject, n) for n, r in enumerate(roles) for _ in range(r[4])] + [(0, subject, 0)] * (size - least)
        for start in starts:
            if not self.augment(start):
                self.undo(subject)
                return False
        return True

    def undo(self, subject):
        for i in [i for i, held in self.holds.items() if subject in held]:
            del self.holds[i][subject]
            self.load[i] -= 1
        del self.free[subject]

    def augment(self, start):
        """Nodes: (0, s, 0) subject, (1, s, role), (2, i, 0) inspector."""
        came, queue = {start: None}, [start]
        for node in queue:
            kind, a, n = node
            if kind == 2:
                if self.load.get(a, 0) < self.net.cap(self.net.inspectors[a][0]):
                    self.push(node, came)
                    return True
                steps = [(1, s, role) for s, role in self.holds.get(a, {}).items()]
            elif kind == 1:
                steps = [(2, i, 0) for i in self.net.may(a)[n] if a not in self.holds.get(i, {})]
                if self.free[a][n] > 0:
                    steps.append((0, a, 0))
            else:
                roles = self.net.plan(a)[3]
                steps = [(1, a, k) for k, r in enumerate(roles) if self.free[a][k] < r[5] - r[4]]
            for step in steps:
                if step not in came:
                    came[step] = node
                    queue.append(step)
        return False

    def push(self, node, came):
        self.load[node[1]] = self.load.get(node[1], 0) + 1
        while came[node] is not None:
            back = came[node]
            if back[0] == 1 and node[0] == 2:
                self.holds.setdefault(node[1], {})[back[1]] = back[2]
            elif back[0] == 2 and node[0] == 1:
                del self.holds[back[1]][node[1]]
            elif back[0] == 0:
                self.free[back[1]][node[2]] += 1
            else:
                self.free[back[1]][back[2]] -= 1
            node = back


class LateTeam(Flow):
    """One more subject beside the teams that stand (docs/draw/bundle-format.md §8): fewest seats of other teams change, then
    load and u_1, then u_2 ... Each unit takes the cheapest path; a whole number holds the six sums side by side, 64 bits each,
    so comparing numbers compares the sums from the left. The teams that stand are the one answer without a change."""

    CHANGE, FIRST = 1 << 448, 320

    def __init__(self, net, teams, subject, alone):
        Flow.__init__(self, net)
        self.late, self.stay, self.roads = subject, set(), {}
        for s, team in teams.items():
            for inspector, role in team.items():
                i = net.line.get(inspector, -1)
                self.load[i] = self.load.get(i, 0) + 1
                if not alone:
                    self.holds.setdefault(i, {})[s] = role
                    self.stay.add((s, i))
        self.lawful = alone or all(self.stands(s, team) for s, team in teams.items()) and not any(
            load > net.cap(net.inspectors[i][0]) for i, load in self.load.items())

    def stands(self, s, team):
        """Turns role names into numbers; False for a team that the rules do not allow."""
        plan = self.net.plan(s)
        if plan is None or len(team) != plan[2]:
            return False
        names = [r[0] for r in plan[3]]
        self.free[s] = [-r[4] for r in plan[3]]
        for inspector, role in team.items():
            i, n = self.net.line.get(inspector, -1), names.index(role) if role in names else -1
            if n < 0 or i not in self.net.may(s)[n]:
                return False
            self.holds[i][s] = n
            self.free[s][n] += 1
        return all(0 <= free <= r[5] - r[4] for free, r in zip(self.free[s], plan[3]))

    def cost(self, s, i):
        packed = self.net.packed
        if (s, i) not in packed:
            t = self.net.pair(s, self.net.inspectors[i][0])
            packed[s, i] = _int(b"\0\0\0".join(t[k:k + 5] for k in range(0, 30, 5)))
        return packed[s, i] + (0 if s == self.late or (s, i) in self.stay else self.CHANGE)

    def steps(self, node):
        """[(next node, cost)] over arcs that can still carry a unit."""
        kind, a, n = node
        if kind == 2:
            return [((1, s, role), -self.cost(s, a)) for s, role in self.holds.get(a, {}).items()]
        roles = self.net.plan(a)[3]
        if kind == 0:
            return [((1, a, k), 0) for k, r in enumerate(roles) if self.free[a][k] < r[5] - r[4]]
        if node not in self.roads:
            self.roads[node] = [((2, i, 0), self.cost(a, i)) for i in self.net.may(a)[n]]
        out = [step for step in self.roads[node] if a not in self.holds.get(step[0][1], ())]
        return out + [((0, a, 0), 0)] if self.free[a][n] > 0 else out

    def augment(self, start):
        best, came, queue, waiting = {start: 0}, {start: None}, collections.deque([start]), set()
        while queue:
            node = queue.popleft()
            waiting.discard(node)
            at = best[node]
            for step, cost in self.steps(node):
                if step not in best or at + cost < best[step]:
                    best[step], came[step] = at + cost, node
                    if step not in waiting:
                        waiting.add(step)
                        queue.append(step)
        ends = []
        for node, cost in best.items():
            if node[0] == 2:
                x, load = self.net.inspectors[node[1]], self.load.get(node[1], 0)
                if load < self.net.cap(x[0]):
                    ends.append((cost + (W * (x[7] + load) << self.FIRST), node))
        if ends:
            self.push(min(ends)[1], came)
        return bool(ends)

    def teams(self):
        out = {}
        for i, held in self.holds.items():
            for s, n in held.items():
                out.setdefault(s, {})[self.net.inspectors[i][0]] = self.net.plan(s)[3][n][0]
        return out


class Replay(object):
    """Corrections in order (docs/draw/bundle-format.md §8)."""

    def __init__(self, bundle):
        self.b, self.net = bundle, bundle.network()
        self.net.relax(min(bundle.result["ladder"], len(bundle.rules["ladder"])))
        self.picked = [list(r) for r in bundle.get("result.objects.csv")]
        self.reserve = [] if bundle.platform else [list(r) for r in bundle.get("reserve.csv")]
        self.team = {}
        for s, role, i, _ in bundle.get("result.teams.csv"):
            self.team.setdefault(s, {})[i] = role
        # Each team stays under the items of the day it was seated.
        self.items = dict((s, self.net.items.get(s, set())) for s in self.team)
        self.out, self.forbidden = set(), set()
        self.pool = set(o[0] for o in bundle.get("objects.jsonl"))
        self.item_of = dict((s[0], s[1]) for s in bundle.rules["strata"])

    def visited(self):
        return set(r[2] for r in self.picked)

    def exclude(self, c, place):
        subject = c[3]
        if c[4] or c[5] not in set(e[0] for e in self.b.rules["exclusions"]) or subject not in self.pool or subject in self.out:
            raise Bad("E-CORRECTION", place)
        self.out.add(subject)
        before = self.visited()
        left = [r for r in self.picked if r[2] == subject]
        self.picked = [r for r in self.picked if r[2] != subject]
        self.team.pop(subject, None)
        for gone in left:
            taken = set(r[2] for r in self.picked if r[0] == gone[0])
            for r in self.reserve:
                if r[0] == gone[0] and r[2] not in self.out and r[2] not in taken:
                    self.picked.append(r)
                    break
        for s in sorted(self.visited() - before):
            self.seat(s, place)

    def recuse(self, c, place):
        if c[5] not in ("RECUSED", "ABSENT") or c[4] not in self.team.get(c[3], {}):
            raise Bad("E-CORRECTION", place)
        self.forbidden.add((c[4], c[3]))
        del self.team[c[3]]
        self.seat(c[3], place)

    def reseat(self, c, place):
        """A team that the platform sent against the rules; one that keeps them stays."""
        subject, team = c[3], self.team.get(c[3], {})
        if not self.b.platform or c[4] or c[5] != "UNFIT" or subject not in self.visited():
            raise Bad("E-CORRECTION", place)
        items = self.items.setdefault(subject, self.drawn_items(subject))
        net = self.net.later(self.items, self.forbidden)
        if self.net.plan(subject, items) is None or LateTeam(net, {subject: team}, subject, False).lawful:
            raise Bad("E-CORRECTION", place)
        self.team.pop(subject, None)
        self.seat(subject, place)

    def drawn_items(self, subject):
        return set(self.item_of.get(r[0], "") for r in self.picked if r[2] == subject)

    def seat(self, subject, place):
        """A team for one subject: nobody else's changes if that can be, else as few seats as can be; none of a platform's."""
        items = self.drawn_items(subject)
        if self.net.plan(subject, items) is None:
            return
        self.items[subject] = items
        net = self.net.later(self.items, self.forbidden)
        for alone in (True,) if self.b.platform else (True, False):
            late = LateTeam(net, self.team, subject, alone)
            if late.lawful and late.seat(subject):
                self.team.update(late.teams())
                return
        raise Bad("E-CORRECTION", place)

    def objects(self):
        rows = sorted(self.picked, key=lambda r: (by(r[0]), int(r[1])))
        return "\n".join([PICKS] + [",".join(r) for r in rows]) + "\n"

    def teams_csv(self):
        out = [SEATS]
        for s in sorted(self.team, key=by):
            plan = self.net.plan(s, self.items.get(s, set()))
            names = [r[0] for r in plan[3]] if plan else []
            seats = sorted(self.team[s].items(), key=lambda x: (names.index(x[1]) if x[1] in names else len(names), by(x[0])))
            for inspector, role in seats:
                out.append(",".join((s, role, inspector, "" if self.b.platform else self.net.pair(s, inspector).hex())))
        return "\n".join(out) + "\n"


# ---------------------------------------------------------------------------------------------------------
# 11. Verdict, report, command line
# ---------------------------------------------------------------------------------------------------------


def skipped(bundle, n, wanted):
    """Steps that have nothing to judge; a bundle whose seal or manifest is unreadable skips none."""
    if n == 11:
        return not wanted
    try:
        if bundle.stage == "FROZEN" and n >= 7 or bundle.stage == "SEALED" and n >= 7:
            return True
        return bundle.platform and n in (6, 9)
    except Bad:
        return False


def verify(data, wanted="", now=None, lang="zh", first_only=False):
    """The machine report as a dict; first_only stops at the first red step (for fuzzing)."""
    now = now or (datetime.datetime.utcnow() + datetime.timedelta(hours=8)).strftime("%Y-%m-%dT%H:%M:%S") + "+08:00"
    report = {"bundle": sm3(data).hex(), "drawNo": "", "exit": 0, "key": "", "mode": "", "notes": [], "protocol": "draw-protocol/1",
              "stage": "", "steps": [], "subject": "", "verdict": "pass", "verifier": "python"}
    try:
        bundle = Bundle(data, now)
    except Unusable:
        report.update(exit=2, verdict="unusable")
        return report
    try:
        report["drawNo"], report["mode"] = bundle.manifest["drawNo"], bundle.manifest["mode"]
        report["key"] = sm3(bytes.fromhex(bundle.manifest["keys"]["sm2"])).hex()[:16]
        report["stage"] = bundle.stage
    except Bad:
        pass
    for i, (key, _, _) in enumerate(STEPS):
        step = {"errors": [], "key": key, "status": "pass", "step": i + 1}
        report["steps"].append(step)
        if skipped(bundle, i + 1, wanted):
            step["status"] = "skip"
            continue
        try:
            bundle.mine(wanted) if key == "mine" else getattr(bundle, key)()
        except Bad as e:
            fault(step, e, lang)
        except Exception as e:  # never green by accident
            fault(step, Bad("E-INTERNAL", key, repr(e)[:200]), lang)
        if step["status"] == "fail":
            report.update(exit=1, verdict="fail")
            if key == "mine":
                bundle.subject = ""
            if step["errors"][0]["code"] == "E-OLD":  # no later step could judge it, and its age is nobody's guilt
                report.update(exit=2, verdict="unusable")
                break
            if first_only:
                break
    report["subject"], report["notes"] = bundle.subject, bundle.notes
    return report


def fault(step, e, lang):
    step["status"] = "pass" if e.code == "E-ABSENT" else "fail"
    text = TEXTS[e.code][0 if lang == "zh" else 1]
    step["errors"].append({"code": e.code, "place": e.place, "text": text})
    step["why"] = e.why


_WORDS = {
    "zh": {"pass": "✔ 通过", "fail": "✖ 不通过", "skip": "– 不适用", "ok": "结论：一致。按公布的数据重新计算，结果与公布的相同。",
           "bad": "结论：不一致。下列打 ✖ 的步骤没有通过，请保存本证据包并向监督单位反映。",
           "none": "结论：无法核验。这不是抽取证据包，或文件不完整。", "old": "结论：无法用本版核验。请用这个证据包里自带的核验程序。", "draw": "抽取编号", "key": "公钥指纹", "digest": "证据包 SM3",
           "frozen": "阶段：已冻结、未抽取", "sealed": "阶段：已抽取、结果密封中", "drawn": "阶段：已公开", "root": "时间戳根证书 SHA-256"},
    "en": {"pass": "✔ passed", "fail": "✖ failed", "skip": "– not applicable", "ok": "Verdict: consistent. Recomputing from the published data gives the published result.",
           "bad": "Verdict: NOT consistent. The steps marked ✖ failed; keep this bundle and tell the supervisors.",
           "none": "Verdict: unusable. This is not an evidence bundle, or it is incomplete.",
           "old": "Verdict: not for this version. Use the verifier inside this bundle.", "draw": "Draw", "key": "Key name", "digest": "Bundle SM3",
           "frozen": "Stage: frozen, not drawn yet", "sealed": "Stage: drawn, details still sealed", "drawn": "Stage: open", "root": "Root of the time stamp, SHA-256"},
}
_MINE = {
    "zh": {"absent": "不在名单中", "in-pool": "在名单中，尚未抽取或尚未公开", "excluded": "在名单中，但已排除", "drawn": "被抽中", "reserve": "列为备选",
           "not-drawn": "未被抽中", "ticket": "签号", "cutoff": "入选线", "rank": "名次"},
    "en": {"absent": "not in the pool", "in-pool": "in the pool; not drawn yet, or not open yet", "excluded": "in the pool, but excluded",
           "drawn": "drawn", "reserve": "on the reserve list", "not-drawn": "not drawn", "ticket": "ticket", "cutoff": "cut-off", "rank": "rank"},
}


def show(report, lang):
    w = _WORDS[lang]
    out = []
    if report["steps"]:
        out.append("%s %s" % (w["draw"], report["drawNo"]))
        out.append("%s %s   %s %s" % (w["key"], report["key"], w["digest"], report["bundle"]))
        if report["stage"]:
            out.append(w[report["stage"].lower()])
    for step, (_, zh, en) in zip(report["steps"], STEPS):
        out.append("%2d %s  %s" % (step["step"], w[step["status"]], zh if lang == "zh" else en))
        for e in step["errors"]:
            out.append("     %s %s: %s%s" % (e["code"], e["place"], e["text"], " (%s)" % step["why"] if step.get("why") else ""))
    for note in report["notes"]:
        out.append("%s %s" % (w["root"], note))
    if report["subject"]:
        out += show_subject(report["subject"], lang)
    out.append(w["ok"] if report["exit"] == 0 else w["bad"] if report["exit"] == 1 else w["old"] if report["steps"] else w["none"])
    return "\n".join(out)


def show_subject(s, lang):
    w = _MINE[lang]
    out = ["%s: %s %s" % (s["id"], w[s["status"]], s.get("meaning", ""))]
    if s["status"] == "absent":
        out.append("     %s < %s < %s" % (s["left"] or "-", s["id"], s["right"] or "-"))
    for x in s.get("strata", ()):
        out.append("     %s: %s  %s %s  %s %s  %s %s" % (
            x["stratum"], w[x["status"]], w["rank"], x["rank"] or "-", w["ticket"], x["ticket"] or "-", w["cutoff"], x["cutoff"] or "-"))
    return out


def machine(report):
    """One line of canonical JSON; the explanation for specialists stays in the readable output."""
    plain_report = dict(report, steps=[dict((k, v) for k, v in s.items() if k != "why") for s in report["steps"]])
    out = []
    _write(plain_report, out)
    return "".join(out)


def main(argv):
    lang, as_json, wanted, now, path, i = "zh", False, "", None, None, 0
    while i < len(argv):
        a = argv[i]
        if a == "--json":
            as_json = True
        elif a in ("--id", "--subject", "--now", "--lang") and i + 1 < len(argv):
            i += 1
            if a == "--lang":
                lang = argv[i]
            elif a == "--now":
                now = argv[i]
            else:
                wanted = argv[i].strip().upper()
        elif path is None and not a.startswith("--"):
            path = a
        else:
            return usage()
        i += 1
    if path is None or lang not in _WORDS or now is not None and not is_time(now):
        return usage()
    try:
        with open(path, "rb") as f:
            data = f.read()
    except OSError as e:
        data = b""
        sys.stderr.write("%s\n" % e)
    report = verify(data, wanted, now, lang)
    text = machine(report) if as_json else show(report, lang)
    sys.stdout.flush()
    getattr(sys.stdout, "buffer").write((text + "\n").encode("utf-8"))
    return report["exit"]


def usage():
    sys.stderr.write(__doc__ + "\n")
    return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
