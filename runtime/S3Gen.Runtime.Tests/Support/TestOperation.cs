using S3Gen.Runtime.CodeGen;

namespace S3Gen.Runtime.Tests.Support;

internal sealed class TestRequest
{
    public string? Bucket { get; init; } = "bucket";

    public string? Key { get; init; } = "key";

    public RequestBody? Body { get; init; }

    public Action<RequestHead>? Write { get; init; }
}

internal sealed class TestResponse : StreamingServiceResponse
{
    public string? ETag { get; init; }

    public string? Text { get; init; }

    public Stream Body { get; init; } = Stream.Null;

    public Dictionary<string, string> Metadata { get; } = [];
}

internal sealed class TestException(ServiceErrorDetails details) : ServiceException(details);

/// <summary>An operation as the generator writes it, with all that differs from one to the other left open.</summary>
internal sealed class TestOperation(HttpMethod method, ResponseBodyKind body = ResponseBodyKind.None, OperationFlags flags = OperationFlags.None)
    : Operation<TestRequest, TestResponse>
{
    public static readonly ServiceInfo S3 = new()
    {
        Name = "S3",
        SigningName = "s3",
        EndpointPrefix = "s3",
        CreateException = static details => new TestException(details),
    };

    public static readonly TestOperation Head = new(HttpMethod.Head);
    public static readonly TestOperation Get = new(HttpMethod.Get, ResponseBodyKind.Stream);
    public static readonly TestOperation Put = new(HttpMethod.Put);
    public static readonly TestOperation Post = new(HttpMethod.Post);
    public static readonly TestOperation List = new(HttpMethod.Get, ResponseBodyKind.Buffered);
    public static readonly TestOperation Copy = new(HttpMethod.Put, ResponseBodyKind.Buffered, OperationFlags.ErrorInSuccess);

    public static readonly TestOperation Download = new(HttpMethod.Get, ResponseBodyKind.ResumableStream)
    {
        Checksums = new("x-amz-checksum-mode", "CRC64NVME", "CRC32", "CRC32C", "SHA256", "SHA1", "SHA512", "MD5", "XXHASH64", "XXHASH3", "XXHASH128", "NEWER"),
    };

    public override string Name => "Test";

    public override ResponseValidation? Validation => Checksums;

    public ResponseValidation? Checksums { private get; init; }

    public override ServiceInfo Service => S3;

    public override HttpMethod Method => method;

    public override ResponseBodyKind ResponseBody => body;

    public override string? ChecksumAlgorithmHeader => "x-amz-sdk-checksum-algorithm";

    public override OperationFlags Flags => method == HttpMethod.Post ? flags : flags | OperationFlags.Idempotent;

    public override void Write(TestRequest request, RequestHead head)
    {
        head.Bucket = request.Bucket;
        if (request.Key is { } key)
        {
            head.AppendPath("/");
            head.AppendGreedyLabel(key);
        }

        head.Body = request.Body;
        request.Write?.Invoke(head);
    }

    public override TestResponse Read(ResponseHead response)
    {
        string? etag = null;
        Dictionary<string, string> metadata = [];
        foreach (ResponseHeader header in response)
        {
            if (header.Is("ETag"))
            {
                etag = header.Value;
            }
            else if (header.TryGetSuffix("x-amz-meta-", out string suffix))
            {
                metadata.Add(suffix, header.Value);
            }
        }

        TestResponse result = new()
        {
            ETag = etag,
            Text = body == ResponseBodyKind.Buffered ? ReadText(response) : null,
            Body = body is ResponseBodyKind.Stream or ResponseBodyKind.ResumableStream ? response.TakeBody() : Stream.Null,
        };
        foreach ((string name, string value) in metadata)
        {
            result.Metadata.Add(name, value);
        }

        return response.Complete(result);
    }

    private static string ReadText(ResponseHead response)
    {
        response.RequireBody();
        Utf8XmlReader reader = new(response.Body);
        reader.ReadRoot("Result"u8);
        string text = reader.ReadString();
        reader.ReadEnd();
        return text;
    }
}
