"""The usual commands of the AWS command line, against the server that the environment names. Its argument is a folder to work in."""
import json
import os
import subprocess
import sys
import urllib.request

from checks import Checks, equal

checks = Checks()
folder = sys.argv[1]
BUCKET = "s3://cli-bucket"


def aws(*arguments, fails=False):
    done = subprocess.run([sys.executable, "-m", "awscli", *arguments], capture_output=True, text=True, cwd=folder, timeout=120)
    if (done.returncode != 0) != fails:
        raise AssertionError("aws %s ended with %d: %s" % (" ".join(arguments), done.returncode, done.stderr or done.stdout))
    return done.stdout if not fails else done.stderr


def write(name, data):
    os.makedirs(os.path.dirname(os.path.join(folder, name)), exist_ok=True)
    path = os.path.join(folder, name)
    with open(path, "wb") as file:
        file.write(data)
    # S3 counts whole seconds: a file of this second would look newer than its upload.
    os.utime(path, (1700000000, 1700000000))


def copies():
    write("up/a.txt", b"alpha")
    write("large.bin", os.urandom(9 * 1024 * 1024))
    aws("s3", "cp", "up/a.txt", BUCKET + "/a.txt")
    # Over eight MiB the command line sends parts.
    aws("s3", "cp", "large.bin", BUCKET + "/large.bin")
    aws("s3", "cp", BUCKET + "/large.bin", "back.bin")
    with open(os.path.join(folder, "large.bin"), "rb") as one, open(os.path.join(folder, "back.bin"), "rb") as other:
        equal(one.read() == other.read(), True)


def synchronization():
    write("up/deep/b c+ü.txt", b"beta")
    aws("s3", "sync", "up", BUCKET + "/tree")
    aws("s3", "sync", BUCKET + "/tree", "down")
    with open(os.path.join(folder, "down/deep/b c+ü.txt"), "rb") as file:
        equal(file.read(), b"beta")
    equal(aws("s3", "sync", "up", BUCKET + "/tree"), "")


def listings():
    lines = aws("s3", "ls", BUCKET + "/tree/", "--recursive").splitlines()
    equal([line.split(None, 3)[3] for line in lines], ["tree/a.txt", "tree/deep/b c+ü.txt"])
    equal("PRE tree/" in aws("s3", "ls", BUCKET), True)


def presigned():
    with urllib.request.urlopen(aws("s3", "presign", BUCKET + "/a.txt").strip(), timeout=10) as response:
        equal(response.read(), b"alpha")


def removals():
    aws("s3", "mv", BUCKET + "/a.txt", BUCKET + "/moved.txt")
    aws("s3", "rm", BUCKET + "/tree", "--recursive")
    equal([line.split()[-1] for line in aws("s3", "ls", BUCKET).splitlines()], ["large.bin", "moved.txt"])


def api():
    aws("s3api", "put-bucket-versioning", "--bucket", "cli-bucket", "--versioning-configuration", "Status=Enabled")
    equal(json.loads(aws("s3api", "get-bucket-versioning", "--bucket", "cli-bucket"))["Status"], "Enabled")
    aws("s3api", "put-object-tagging", "--bucket", "cli-bucket", "--key", "moved.txt", "--tagging", "TagSet=[{Key=a,Value=b}]")
    equal(json.loads(aws("s3api", "get-object-tagging", "--bucket", "cli-bucket", "--key", "moved.txt"))["TagSet"], [{"Key": "a", "Value": "b"}])


def refusals():
    equal("NotImplemented" in aws(
        "s3api", "select-object-content", "--bucket", "cli-bucket", "--key", "moved.txt", "--expression-type", "SQL", "--expression", "SELECT 1",
        "--input-serialization", '{"CSV":{}}', "--output-serialization", '{"CSV":{}}', "out.csv", fails=True), True)
    equal("BucketNotEmpty" in aws("s3", "rb", BUCKET, fails=True), True)


aws("s3", "mb", BUCKET)
for check in (copies, synchronization, listings, presigned, removals, api, refusals):
    checks.run(check.__name__, check)
checks.end()
