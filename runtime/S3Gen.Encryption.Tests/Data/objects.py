"""Writes objects.json: objects as the published formats of the Amazon S3 Encryption Client have them, made with Python's cryptography package,
which shares no code with this library. Everything is drawn from a seed, but for RSA's key and padding."""
import base64
import json
import random
import sys

from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import padding, rsa
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

draw = random.Random(20260701)
rsa_key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
SUITE = bytes([0x00, 0x73])


def b64(data):
    return base64.b64encode(data).decode()


def derive(data_key, salt, label, length):
    return HKDF(algorithm=hashes.SHA512(), length=length, salt=salt, info=SUITE + label).derive(data_key)


def wrap(data_key, wrapping, suite):
    if wrapping["kind"] == "RSA":
        text = bytes([len(data_key)]) + data_key + suite
        oaep = padding.OAEP(mgf=padding.MGF1(hashes.SHA1()), algorithm=hashes.SHA1(), label=None)
        return rsa_key.public_key().encrypt(text, oaep)
    iv = draw.randbytes(12)
    return iv + AESGCM(base64.b64decode(wrapping["key"])).encrypt(iv, data_key, suite)


def version2(plain, wrapping, description):
    data_key, iv = draw.randbytes(32), draw.randbytes(12)
    metadata = {
        "x-amz-key-v2": b64(wrap(data_key, wrapping, b"AES/GCM/NoPadding")),
        "x-amz-iv": b64(iv),
        "x-amz-wrap-alg": "RSA-OAEP-SHA1" if wrapping["kind"] == "RSA" else "AES/GCM",
        "x-amz-cek-alg": "AES/GCM/NoPadding",
        "x-amz-tag-len": "128",
        "x-amz-matdesc": description,
        "x-amz-unencrypted-content-length": str(len(plain)),
    }
    return metadata, AESGCM(data_key).encrypt(iv, plain, None), list(metadata)


def version3(plain, wrapping, description):
    data_key, message_id = draw.randbytes(32), draw.randbytes(28)
    metadata = {
        "x-amz-c": "115",
        "x-amz-3": b64(wrap(data_key, wrapping, b"115")),
        "x-amz-w": "22" if wrapping["kind"] == "RSA" else "02",
        "x-amz-d": b64(derive(data_key, message_id, b"COMMITKEY", 28)),
        "x-amz-i": b64(message_id),
        "x-amz-m": description,
    }
    content = AESGCM(derive(data_key, message_id, b"DERIVEKEY", 32)).encrypt(bytes([1] * 12), plain, SUITE)
    return metadata, content, ["x-amz-3", "x-amz-w", "x-amz-m"]


def case(name, version, wrapping, length, description="{}", instructed=False):
    plain = draw.randbytes(length)
    metadata, content, movable = version(plain, wrapping, description)
    instruction = {entry: metadata.pop(entry) for entry in movable} if instructed else None
    return {
        "name": name, "wrapping": wrapping, "metadata": metadata, "instruction": instruction, "content": b64(content), "plain": b64(plain),
    }


def aes(bits):
    return {"kind": "AES", "key": b64(draw.randbytes(bits // 8))}


pair = {
    "kind": "RSA",
    "key": b64(rsa_key.private_bytes(serialization.Encoding.DER, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())),
}
cases = [
    case(f"version {number} {kind}{' empty' if length == 0 else ''}", version, wrapping, length, description)
    for number, version in ((2, version2), (3, version3))
    for kind, wrapping in (("AES-128", aes(128)), ("AES-192", aes(192)), ("AES-256", aes(256)), ("RSA", pair))
    for length, description in ((0, "{}"), (1000, '{"key":"archive","\\u00fc":"\\"quoted\\""}'))
]
cases += [case(f"version {number} in an instruction file", version, aes(256), 100, instructed=True) for number, version in ((2, version2), (3, version3))]
json.dump(cases, sys.stdout, indent=1)
print()
