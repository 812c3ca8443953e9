"""What users of boto3 do, against the server that the environment names (AWS_ENDPOINT_URL_S3 and credentials)."""
import base64
import datetime
import hashlib
import io
import json
import os
import urllib.error
import urllib.request

import boto3
from boto3.s3.transfer import TransferConfig
from botocore.config import Config
from botocore.exceptions import ClientError

from checks import Checks, equal

checks = Checks()
s3 = boto3.client("s3", config=Config(s3={"addressing_style": "path"}, retries={"max_attempts": 1}))
BUCKET = "boto-bucket"
MIB = 1024 * 1024


def code_of(call):
    try:
        call()
    except ClientError as error:
        return error.response["Error"]["Code"]
    return "no error"


def http(request):
    try:
        with urllib.request.urlopen(request, timeout=10) as response:
            return response.status, response.read()
    except urllib.error.HTTPError as error:
        return error.code, error.read()


def objects():
    key = "a b/ü+~&=?.txt"
    s3.put_object(Bucket=BUCKET, Key=key, Body=b"hello", Metadata={"colour": "blue"}, ContentType="text/x")
    got = s3.get_object(Bucket=BUCKET, Key=key)
    equal((got["Body"].read(), got["Metadata"], got["ContentType"]), (b"hello", {"colour": "blue"}, "text/x"))
    equal(s3.get_object(Bucket=BUCKET, Key=key, Range="bytes=1-2")["Body"].read(), b"el")
    equal([o["Key"] for o in s3.list_objects_v2(Bucket=BUCKET, Prefix="a b")["Contents"]], [key])
    equal(code_of(lambda: s3.get_object(Bucket=BUCKET, Key="none")), "NoSuchKey")


def conditions():
    etag = s3.put_object(Bucket=BUCKET, Key="cond", Body=b"1")["ETag"]
    equal(code_of(lambda: s3.put_object(Bucket=BUCKET, Key="cond", Body=b"2", IfNoneMatch="*")), "PreconditionFailed")
    equal(code_of(lambda: s3.put_object(Bucket=BUCKET, Key="cond", Body=b"2", IfMatch='"00"')), "PreconditionFailed")
    s3.put_object(Bucket=BUCKET, Key="cond", Body=b"2", IfMatch=etag)
    equal(code_of(lambda: s3.get_object(Bucket=BUCKET, Key="cond", IfMatch=etag)), "PreconditionFailed")


def checksums():
    for algorithm in ("CRC32", "SHA1", "SHA256"):
        put = s3.put_object(Bucket=BUCKET, Key="sum", Body=b"123456789", ChecksumAlgorithm=algorithm)
        got = s3.get_object(Bucket=BUCKET, Key="sum", ChecksumMode="ENABLED")
        equal(got["Checksum" + algorithm], put["Checksum" + algorithm])
        equal(got["Body"].read(), b"123456789")
    wrong = base64.b64encode(b"0000").decode()
    equal(code_of(lambda: s3.put_object(Bucket=BUCKET, Key="bad", Body=b"1", ChecksumCRC32=wrong)), "BadDigest")


def streams():
    # A body of unknown kind makes botocore send chunks with a trailer.
    s3.upload_fileobj(io.BytesIO(b"streamed"), BUCKET, "stream", ExtraArgs={"ChecksumAlgorithm": "CRC32"})
    equal(s3.get_object(Bucket=BUCKET, Key="stream")["Body"].read(), b"streamed")


def multipart():
    data = os.urandom(11 * MIB)
    config = TransferConfig(multipart_threshold=5 * MIB, multipart_chunksize=5 * MIB)
    s3.upload_fileobj(io.BytesIO(data), BUCKET, "large", Config=config, ExtraArgs={"ChecksumAlgorithm": "SHA256"})
    target = io.BytesIO()
    s3.download_fileobj(BUCKET, "large", target, Config=config)
    equal(hashlib.sha256(target.getvalue()).digest(), hashlib.sha256(data).digest())
    attributes = s3.get_object_attributes(Bucket=BUCKET, Key="large", ObjectAttributes=["ObjectSize", "ObjectParts", "Checksum"])
    equal((attributes["ObjectSize"], attributes["ObjectParts"]["TotalPartsCount"]), (len(data), 3))
    equal(len(attributes["ObjectParts"]["Parts"]), 3)
    upload = s3.create_multipart_upload(Bucket=BUCKET, Key="aborted")["UploadId"]
    s3.upload_part(Bucket=BUCKET, Key="aborted", UploadId=upload, PartNumber=1, Body=b"x")
    equal(len(s3.list_multipart_uploads(Bucket=BUCKET)["Uploads"]), 1)
    s3.abort_multipart_upload(Bucket=BUCKET, Key="aborted", UploadId=upload)
    equal(code_of(lambda: s3.list_parts(Bucket=BUCKET, Key="aborted", UploadId=upload)), "NoSuchUpload")


def copies():
    s3.put_object(Bucket=BUCKET, Key="source", Body=b"copied", Metadata={"a": "1"})
    s3.copy_object(Bucket=BUCKET, Key="copy", CopySource={"Bucket": BUCKET, "Key": "source"})
    equal(s3.head_object(Bucket=BUCKET, Key="copy")["Metadata"], {"a": "1"})


def listings():
    for i in range(25):
        s3.put_object(Bucket=BUCKET, Key="list/%02d/x" % i, Body=b"")
    pages = s3.get_paginator("list_objects_v2").paginate(Bucket=BUCKET, Prefix="list/", PaginationConfig={"PageSize": 10})
    equal(sum(page["KeyCount"] for page in pages), 25)
    prefixes = s3.list_objects_v2(Bucket=BUCKET, Prefix="list/", Delimiter="/")["CommonPrefixes"]
    equal((len(prefixes), prefixes[0]["Prefix"]), (25, "list/00/"))
    deleted = s3.delete_objects(Bucket=BUCKET, Delete={"Objects": [{"Key": "list/%02d/x" % i} for i in range(25)]})
    equal((len(deleted["Deleted"]), "Errors" in deleted), (25, False))


def versions():
    s3.create_bucket(Bucket="boto-versions")
    s3.put_bucket_versioning(Bucket="boto-versions", VersioningConfiguration={"Status": "Enabled"})
    first = s3.put_object(Bucket="boto-versions", Key="k", Body=b"1")["VersionId"]
    s3.put_object(Bucket="boto-versions", Key="k", Body=b"2")
    s3.delete_object(Bucket="boto-versions", Key="k")
    listed = s3.list_object_versions(Bucket="boto-versions")
    equal((len(listed["Versions"]), len(listed["DeleteMarkers"])), (2, 1))
    equal(s3.get_object(Bucket="boto-versions", Key="k", VersionId=first)["Body"].read(), b"1")


def tags():
    wanted = [{"Key": "a", "Value": "b"}]
    s3.put_object(Bucket=BUCKET, Key="tagged", Body=b"")
    s3.put_object_tagging(Bucket=BUCKET, Key="tagged", Tagging={"TagSet": wanted})
    equal(s3.get_object_tagging(Bucket=BUCKET, Key="tagged")["TagSet"], wanted)
    s3.put_bucket_tagging(Bucket=BUCKET, Tagging={"TagSet": wanted})
    equal(s3.get_bucket_tagging(Bucket=BUCKET)["TagSet"], wanted)


def configurations():
    rule = {"ID": "x", "Status": "Enabled", "Filter": {"Prefix": "tmp/"}, "Expiration": {"Days": 1}}
    s3.put_bucket_lifecycle_configuration(Bucket=BUCKET, LifecycleConfiguration={"Rules": [rule]})
    equal(s3.get_bucket_lifecycle_configuration(Bucket=BUCKET)["Rules"], [rule])
    cors = {"AllowedMethods": ["GET"], "AllowedOrigins": ["*"]}
    s3.put_bucket_cors(Bucket=BUCKET, CORSConfiguration={"CORSRules": [cors]})
    equal(s3.get_bucket_cors(Bucket=BUCKET)["CORSRules"], [cors])
    policy = json.dumps({"Version": "2012-10-17", "Statement": [{
        "Effect": "Allow", "Principal": "*", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::%s/pub/*" % BUCKET}]})
    s3.put_bucket_policy(Bucket=BUCKET, Policy=policy)
    equal(s3.get_bucket_policy(Bucket=BUCKET)["Policy"], policy)
    equal(s3.get_bucket_policy_status(Bucket=BUCKET)["PolicyStatus"]["IsPublic"], True)
    s3.put_bucket_metrics_configuration(Bucket=BUCKET, Id="m", MetricsConfiguration={"Id": "m", "Filter": {"Prefix": "p"}})
    equal(s3.list_bucket_metrics_configurations(Bucket=BUCKET)["MetricsConfigurationList"], [{"Id": "m", "Filter": {"Prefix": "p"}}])
    s3.delete_bucket_cors(Bucket=BUCKET)
    equal(code_of(lambda: s3.get_bucket_cors(Bucket=BUCKET)), "NoSuchCORSConfiguration")


def access():
    s3.put_object(Bucket=BUCKET, Key="open", Body=b"public", ACL="public-read")
    equal(len(s3.get_object_acl(Bucket=BUCKET, Key="open")["Grants"]), 2)
    url = s3.meta.endpoint_url + "/" + BUCKET + "/"
    equal(http(url + "open"), (200, b"public"))
    equal(http(url + "tagged")[0], 403)


def locks():
    s3.create_bucket(Bucket="boto-locks", ObjectLockEnabledForBucket=True)
    until = datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(hours=1)
    version = s3.put_object(Bucket="boto-locks", Key="k", Body=b"1", ObjectLockMode="GOVERNANCE", ObjectLockRetainUntilDate=until)["VersionId"]
    equal(code_of(lambda: s3.delete_object(Bucket="boto-locks", Key="k", VersionId=version)), "AccessDenied")
    equal(s3.get_object_retention(Bucket="boto-locks", Key="k")["Retention"]["Mode"], "GOVERNANCE")
    s3.delete_object(Bucket="boto-locks", Key="k", VersionId=version, BypassGovernanceRetention=True)


def customer_keys():
    key = {"SSECustomerAlgorithm": "AES256", "SSECustomerKey": os.urandom(32)}
    s3.put_object(Bucket=BUCKET, Key="secret", Body=b"secret", **key)
    equal(s3.get_object(Bucket=BUCKET, Key="secret", **key)["Body"].read(), b"secret")
    equal(code_of(lambda: s3.get_object(Bucket=BUCKET, Key="secret")), "InvalidRequest")


def presigned():
    get = s3.generate_presigned_url("get_object", Params={"Bucket": BUCKET, "Key": "source"}, ExpiresIn=60)
    equal(http(get), (200, b"copied"))
    equal(http(get[:-4] + "0000")[0], 403)
    # Without a word about versions boto3 presigns with Version 2 here; with one it takes Version 4.
    modern = boto3.client("s3", config=Config(signature_version="s3v4", s3={"addressing_style": "path"}))
    put = modern.generate_presigned_url("put_object", Params={"Bucket": BUCKET, "Key": "put"}, ExpiresIn=60)
    equal("X-Amz-Signature" in put, True)
    equal(http(urllib.request.Request(put, data=b"by url", method="PUT"))[0], 200)
    equal(s3.get_object(Bucket=BUCKET, Key="put")["Body"].read(), b"by url")


def posted():
    form = s3.generate_presigned_post(BUCKET, "post/${filename}", Conditions=[["content-length-range", 1, 10], ["starts-with", "$key", "post/"]], ExpiresIn=60)
    equal(post(form, b"12345"), 204)
    equal(post(form, b"x" * 50), 400)
    equal(s3.get_object(Bucket=BUCKET, Key="post/f.txt")["Body"].read(), b"12345")


def post(form, data):
    lines = []
    for name, value in form["fields"].items():
        lines += [b"--edge", b'Content-Disposition: form-data; name="%s"' % name.encode(), b"", value.encode()]
    lines += [b"--edge", b'Content-Disposition: form-data; name="file"; filename="f.txt"', b"", data, b"--edge--", b""]
    headers = {"Content-Type": "multipart/form-data; boundary=edge"}
    return http(urllib.request.Request(form["url"], data=b"\r\n".join(lines), headers=headers, method="POST"))[0]


def not_there():
    equal(code_of(lambda: s3.select_object_content(
        Bucket=BUCKET, Key="source", ExpressionType="SQL", Expression="SELECT 1", InputSerialization={"CSV": {}}, OutputSerialization={"CSV": {}})), "NotImplemented")
    sts = boto3.client("sts", endpoint_url=os.environ["AWS_ENDPOINT_URL_S3"])
    equal(code_of(sts.get_caller_identity), "NotImplemented")


def credentials():
    wrong = boto3.client("s3", aws_access_key_id=os.environ["AWS_ACCESS_KEY_ID"], aws_secret_access_key="wrong", config=Config(s3={"addressing_style": "path"}))
    equal(code_of(wrong.list_buckets), "SignatureDoesNotMatch")


s3.create_bucket(Bucket=BUCKET)
for check in (objects, conditions, checksums, streams, multipart, copies, listings, versions, tags, configurations, access, locks, customer_keys,
              presigned, posted, not_there, credentials):
    checks.run(check.__name__, check)
checks.end()
