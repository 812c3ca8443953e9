using System.IO.Pipelines;
using System.Text;
using S3Gen.Runtime.Checksums;
using S3Gen.Runtime.CodeGen;
using S3Gen.Runtime.Tests.Support;

namespace S3Gen.Runtime.Tests.Streaming;

/// <summary>Bodies are held against the checksum that their response brings, however they are read.</summary>
public sealed class ResponseChecksumTests
{
    private static readonly string Content = string.Concat(Enumerable.Range(0, 20_000).Select(static i => (char)('a' + (i % 26))));

    private static readonly string[] Algorithms =
        ["CRC32", "CRC32C", "CRC64NVME", "SHA1", "SHA256", "SHA512", "MD5", "XXHASH64", "XXHASH3", "XXHASH128"];

    private static readonly Dictionary<string, Func<Stream, Task<byte[]>>> Ways = new()
    {
        ["ReadAsync"] = ReadAsync,
        ["Read"] = static body => Task.FromResult(Read(body)),
        ["ReadByte"] = static body => Task.FromResult(ReadBytes(body)),
        ["CopyToAsync"] = CopyAsync,
        ["CopyTo"] = static body => Task.FromResult(Copy(body)),
        ["ReadExactlyAsync"] = static async body => await ReadExactlyAsync(body),
        ["PipeReader"] = PipeAsync,
    };

    [Test]
    public async Task Body_that_is_what_its_checksum_says_is_read([ValueSource(nameof(Algorithms))] string algorithm)
    {
        await using RawServer server = new(Reply.Ok(Content, Header(algorithm, Content)));
        using ClientPipeline client = Client(server);

        using TestResponse response = await client.RunAsync(TestOperation.Download);

        Assert.That(Encoding.ASCII.GetString(await ReadAsync(response.Body)), Is.EqualTo(Content));
    }

    [Test]
    public async Task Body_that_is_something_else_is_a_typed_exception([ValueSource(nameof(Algorithms))] string algorithm)
    {
        await using RawServer server = new(Reply.Ok(Content, Header(algorithm, Content + "!") + "x-amz-request-id: R1\r\n"));
        using ClientPipeline client = Client(server);
        using TestResponse response = await client.RunAsync(TestOperation.Download);

        ChecksumMismatchException? e = await Assert.ThrowsAsync<ChecksumMismatchException>(() => CopyAsync(response.Body));

        Assert.That(e!.Algorithm, Is.EqualTo(algorithm));
        Assert.That(e.Expected, Is.EqualTo(Checksum(algorithm, Content + "!")));
        Assert.That(e.Actual, Is.EqualTo(Checksum(algorithm, Content)));
        Assert.That(e.RequestId, Is.EqualTo("R1"));
        Assert.That(e.IsMalformedResponse, Is.True);
        Assert.That(e.Message, Does.Contain(algorithm).And.Contain(e.Expected).And.Contain(e.Actual));
    }

    [Test]
    public async Task Every_way_to_read_tells([Values(true, false)] bool isLengthKnown, [ValueSource(nameof(WayNames))] string way)
    {
        string wrong = Header("CRC32", Content + "!");
        await using RawServer server = new(
            isLengthKnown ? Reply.Ok(Content, wrong) : Reply.Raw($"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n{wrong}\r\n4E20\r\n{Content}\r\n0\r\n\r\n"));
        using ClientPipeline client = Client(server);
        using TestResponse response = await client.RunAsync(TestOperation.Download);

        await Assert.ThrowsAsync<ChecksumMismatchException>(() => Ways[way](response.Body));
    }

    [Test]
    public async Task Every_way_to_read_gives_what_is_right([Values(true, false)] bool isLengthKnown, [ValueSource(nameof(WayNames))] string way)
    {
        string right = Header("SHA256", Content);
        await using RawServer server = new(
            isLengthKnown ? Reply.Ok(Content, right) : Reply.Raw($"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n{right}\r\n4E20\r\n{Content}\r\n0\r\n\r\n"));
        using ClientPipeline client = Client(server);
        using TestResponse response = await client.RunAsync(TestOperation.Download);

        Assert.That(Encoding.ASCII.GetString(await Ways[way](response.Body)), Is.EqualTo(Content));
    }

    [Test]
    public async Task Damaged_body_that_is_piped_into_a_request_does_not_arrive()
    {
        await using RawServer source = new(Reply.Ok(Content, Header("CRC64NVME", Content + "!")));
        await using RawServer target = new(Reply.Ok());
        using ClientPipeline reader = Client(source);
        using ClientPipeline writer = TestClient.For(target);
        using TestResponse response = await reader.RunAsync(TestOperation.Download);

        TestRequest request = new() { Body = RequestBody.FromStream(response.Body, Content.Length) };

        await Assert.ThrowsAsync<ChecksumMismatchException>(() => writer.RunAsync(TestOperation.Put, request));
        Assert.That(target.Requests, Is.Empty, "a request whose body is incomplete is none");
    }

    [Test]
    public async Task Best_algorithm_counts_and_unknown_ones_are_passed_over()
    {
        await using RawServer server = new(Reply.Ok(
            Content, Header("MD5", "wrong") + "x-amz-checksum-newer: AAAA\r\n" + Header("SHA1", "wrong") + Header("CRC32C", Content)));
        using ClientPipeline client = Client(server);

        using TestResponse response = await client.RunAsync(TestOperation.Download);

        Assert.That(await ReadAsync(response.Body), Has.Length.EqualTo(Content.Length));
    }

    [TestCase(200, "x-amz-checksum-crc32: AAAAAA==-3\r\n", "", TestName = "Checksum_of_checksums_is_not_of_the_body")]
    [TestCase(200, "x-amz-checksum-crc32: AAAAAA==\r\nx-amz-checksum-type: COMPOSITE\r\n", "", TestName = "Checksum_of_type_composite_is_not_of_the_body")]
    [TestCase(206, "x-amz-checksum-crc32: AAAAAA==\r\nContent-Range: bytes 0-19999/30000\r\n", "bytes=0-19999", TestName = "Checksum_of_the_object_is_not_of_a_range")]
    [TestCase(206, "x-amz-checksum-crc32: AAAAAA==\r\nx-amz-checksum-type: FULL_OBJECT\r\nContent-Range: bytes 0-19999/30000\r\n", "", TestName = "Checksum_of_the_object_is_not_of_a_part")]
    [TestCase(206, "x-amz-checksum-crc32: AAAAAA==\r\nx-amz-checksum-type: COMPOSITE\r\nContent-Range: bytes 0-19999/30000\r\n", "bytes=0-19999", TestName = "Range_of_a_composite_object_has_no_checksum")]
    public async Task What_has_no_checksum_of_its_own_is_not_verified(int status, string headers, string range)
    {
        await using RawServer server = new(Reply.Status(status, Content, headers));
        using ClientPipeline client = Client(server);

        using TestResponse response = await client.RunAsync(TestOperation.Download, Ranged(range));

        Assert.That(await ReadAsync(response.Body), Has.Length.EqualTo(Content.Length));
    }

    [TestCase("x-amz-checksum-crc32: AAAAAA==\r\nContent-Range: bytes 0-19999/20000\r\n", "bytes=0-29999", TestName = "Range_that_is_the_whole_object_is_verified")]
    [TestCase("x-amz-checksum-crc32: AAAAAA==\r\nx-amz-checksum-type: COMPOSITE\r\nContent-Range: bytes 0-19999/30000\r\n", "", TestName = "Part_of_a_composite_object_is_verified")]
    public async Task What_has_a_checksum_is_verified(string headers, string range)
    {
        await using RawServer server = new(Reply.Status(206, Content, headers));
        using ClientPipeline client = Client(server);

        using TestResponse response = await client.RunAsync(TestOperation.Download, Ranged(range));

        await Assert.ThrowsAsync<ChecksumMismatchException>(() => ReadAsync(response.Body));
    }

    [Test]
    public async Task Empty_body_has_a_checksum_too()
    {
        await using RawServer server = new(Reply.Ok(string.Empty, Header("CRC32", "x")));
        using ClientPipeline client = Client(server);
        using TestResponse response = await client.RunAsync(TestOperation.Download);

        await Assert.ThrowsAsync<ChecksumMismatchException>(() => ReadAsync(response.Body));
    }

    [Test]
    public async Task Body_that_is_not_read_to_its_end_is_not_judged()
    {
        await using RawServer server = new(Reply.Ok(Content, Header("SHA512", "wrong")), Reply.Ok(Content, Header("SHA512", Content)));
        using ClientPipeline client = Client(server);

        using (TestResponse response = await client.RunAsync(TestOperation.Download))
        {
            await response.Body.ReadExactlyAsync(new byte[100]);
        }

        using TestResponse second = await client.RunAsync(TestOperation.Download);
        Assert.That(await ReadAsync(second.Body), Has.Length.EqualTo(Content.Length));
    }

    [TestCase(ChecksumPolicy.WhenSupported, "x-amz-checksum-mode: ENABLED", true)]
    [TestCase(ChecksumPolicy.WhenRequired, null, false)]
    public async Task Policy_decides_whether_checksums_are_asked_for(ChecksumPolicy policy, string? header, bool isVerified)
    {
        await using RawServer server = new(Reply.Ok(Content, Header("CRC32", "wrong")));
        using ClientPipeline client = Client(server, policy);
        using TestResponse response = await client.RunAsync(TestOperation.Download);

        Assert.That(() => ReadAsync(response.Body), isVerified ? Throws.InstanceOf<ChecksumMismatchException>() : Throws.Nothing);
        Assert.That(server.Requests[0], header is null ? Does.Not.Contain("x-amz-checksum-mode") : Does.Contain(header).And.Contain("x-amz-checksum-mode;"));
    }

    [Test]
    public async Task Caller_may_ask_for_it_where_the_policy_does_not()
    {
        await using RawServer server = new(Reply.Ok(Content, Header("CRC32", "wrong")));
        using ClientPipeline client = Client(server, ChecksumPolicy.WhenRequired);
        using TestResponse response = await client.RunAsync(
            TestOperation.Download, new TestRequest { Write = static head => head.AddHeader("x-amz-checksum-mode", "ENABLED") });

        await Assert.ThrowsAsync<ChecksumMismatchException>(() => ReadAsync(response.Body));
    }

    [Test]
    public async Task Operation_without_checksums_neither_asks_nor_looks()
    {
        await using RawServer server = new(Reply.Ok(Content, Header("CRC32", "wrong")));
        using ClientPipeline client = Client(server);
        using TestResponse response = await client.RunAsync(TestOperation.Get);

        Assert.That(await ReadAsync(response.Body), Has.Length.EqualTo(Content.Length));
        Assert.That(server.Requests[0], Does.Not.Contain("x-amz-checksum-mode"));
    }

    private static string[] WayNames() => [.. Ways.Keys];

    private static ClientPipeline Client(RawServer server, ChecksumPolicy policy = ChecksumPolicy.WhenSupported) =>
        new(TestOperation.S3, new ClientOptions { BasedOn = TestClient.Options(server.Url), ResponseChecksumValidation = policy });

    private static TestRequest Ranged(string range) => new() { Write = head => head.AddHeader("range", range.Length > 0 ? range : null) };

    private static string Header(string algorithm, string content) => $"x-amz-checksum-{algorithm.ToLowerInvariant()}: {Checksum(algorithm, content)}\r\n";

    private static string Checksum(string algorithm, string content)
    {
        Assert.That(ChecksumKinds.TryParse(algorithm, out ChecksumKind kind), Is.True);
        return Runtime.Checksums.Checksum.ComputeBase64(kind, Encoding.ASCII.GetBytes(content));
    }

    private static async Task<byte[]> ReadAsync(Stream body)
    {
        List<byte> bytes = [];
        byte[] buffer = new byte[777];
        for (int read = await body.ReadAsync(buffer); read > 0; read = await body.ReadAsync(buffer))
        {
            bytes.AddRange(buffer.AsSpan(0, read));
        }

        return [.. bytes];
    }

    private static byte[] Read(Stream body)
    {
        List<byte> bytes = [];
        byte[] buffer = new byte[777];
        for (int read = body.Read(buffer); read > 0; read = body.Read(buffer))
        {
            bytes.AddRange(buffer.AsSpan(0, read));
        }

        return [.. bytes];
    }

    private static byte[] ReadBytes(Stream body)
    {
        List<byte> bytes = [];
        for (int read = body.ReadByte(); read >= 0; read = body.ReadByte())
        {
            bytes.Add((byte)read);
        }

        return [.. bytes];
    }

    private static async Task<byte[]> CopyAsync(Stream body)
    {
        using MemoryStream copy = new();
        await body.CopyToAsync(copy);
        return copy.ToArray();
    }

    private static byte[] Copy(Stream body)
    {
        using MemoryStream copy = new();
        body.CopyTo(copy);
        return copy.ToArray();
    }

    /// <summary>Whoever knows the length does not read the end.</summary>
    private static async Task<byte[]> ReadExactlyAsync(Stream body)
    {
        byte[] bytes = new byte[Content.Length];
        await body.ReadExactlyAsync(bytes);
        Assert.That(body.ReadByte(), Is.EqualTo(-1));
        return bytes;
    }

    private static async Task<byte[]> PipeAsync(Stream body)
    {
        PipeReader reader = PipeReader.Create(body);
        while (true)
        {
            ReadResult result = await reader.ReadAsync();
            if (result.IsCompleted)
            {
                return System.Buffers.BuffersExtensions.ToArray(result.Buffer);
            }

            reader.AdvanceTo(result.Buffer.Start, result.Buffer.End);
        }
    }
}
