using System.IO.Compression;
using System.Text;
using S3Gen.Integration.Servers;

namespace S3Gen.Integration.Selecting;

/// <summary>Rows that an SQL expression selects, from the servers that do so.</summary>
public sealed class SelectTests(string server) : ServerSuite(server)
{
    private const string Expression = "SELECT * FROM s3object s WHERE s.name = 'large'";
    private const string Csv = "name,size\nsmall,1\nlarge,20\n";
    private const string JsonLines = """{"name":"small","size":1}""" + "\n" + """{"name":"large","size":20}""" + "\n";

    private static readonly InputSerialization FromCsv = new() { CSV = new CSVInput { FileHeaderInfo = FileHeaderInfo.Use } };
    private static readonly InputSerialization FromJson = new() { JSON = new JSONInput { Type = JSONType.Lines } };
    private static readonly OutputSerialization ToCsv = new() { CSV = new CSVOutput() };
    private static readonly OutputSerialization ToJson = new() { JSON = new JSONOutput() };

    [SetUp]
    public void RequireSelect()
    {
        NotOn(ServerNames.InProcess, "answers NotImplemented");
        NotOn(ServerNames.CephRgw, "16.2 writes XML around the rows, knows no names of columns, sends no End event, and drops the connection at compressed objects");
    }

    [Test]
    public async Task Csv_comes_as_csv() => Assert.That(await SelectAsync(Csv, FromCsv, ToCsv), Is.EqualTo("large,20\n"));

    [Test]
    public async Task Csv_comes_as_json() => Assert.That(await SelectAsync(Csv, FromCsv, ToJson), Is.EqualTo("""{"name":"large","size":"20"}""" + "\n"));

    [Test]
    public async Task Json_comes_as_json() => Assert.That(await SelectAsync(JsonLines, FromJson, ToJson), Is.EqualTo("""{"name":"large","size":20}""" + "\n"));

    [Test]
    public async Task Json_comes_as_csv() => Assert.That(await SelectAsync(JsonLines, FromJson, ToCsv), Is.EqualTo("large,20\n"));

    [Test]
    public async Task Gzip_is_read()
    {
        using MemoryStream compressed = new();
        await using (GZipStream gzip = new(compressed, CompressionMode.Compress))
        {
            await gzip.WriteAsync(Encoding.UTF8.GetBytes(Csv));
        }

        InputSerialization input = new() { CSV = FromCsv.CSV, CompressionType = CompressionType.Gzip };
        Assert.That(await SelectAsync(compressed.ToArray(), input, ToCsv), Is.EqualTo("large,20\n"));
    }

    [Test]
    public async Task Bzip2_is_read()
    {
        byte[] compressed = Convert.FromBase64String("QlpoOTFBWSZTWd6aIDQAAAtZgAAQAARwACKnGBAgADFMAAETNTI0xqARKpEJ6nNbwveBWWWPxdyRThQkN6aIDQA=");
        InputSerialization input = new() { CSV = FromCsv.CSV, CompressionType = CompressionType.Bzip2 };
        Assert.That(await SelectAsync(compressed, input, ToCsv), Is.EqualTo("large,20\n"));
    }

    [Test]
    public async Task Many_rows_come_whole_with_their_statistics()
    {
        string[] rows = [.. Enumerable.Range(0, 6_000).Select(static i => $"row {i},{i}")];
        await PutAsync("many", Encoding.UTF8.GetBytes("name,size\n" + string.Join('\n', rows) + "\n"));
        using MemoryStream selected = new();

        SelectStats? stats = await (await S3.SelectObjectContentAsync(Request("many", "SELECT * FROM S3Object", FromCsv, ToCsv))).CopyRecordsToAsync(selected);

        Assert.That(Encoding.UTF8.GetString(selected.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries), Is.EqualTo(rows));
        Assert.That(stats!.BytesReturned, Is.EqualTo(selected.Length));
    }

    [Test]
    public async Task Object_that_is_not_there_is_an_error_before_the_stream() => await Assert.ThrowsAsync<NoSuchKeyException>(
        async () => await S3.SelectObjectContentAsync(Request("not there", Expression, FromCsv, ToCsv)));

    private Task<string> SelectAsync(string content, InputSerialization input, OutputSerialization output) => SelectAsync(Encoding.UTF8.GetBytes(content), input, output);

    private async Task<string> SelectAsync(byte[] content, InputSerialization input, OutputSerialization output)
    {
        await PutAsync("rows", content);
        StringBuilder rows = new();
        await foreach (ReadOnlyMemory<byte> piece in (await S3.SelectObjectContentAsync(Request("rows", Expression, input, output))).ReadRecordsAsync())
        {
            rows.Append(Encoding.UTF8.GetString(piece.Span));
        }

        return rows.ToString();
    }

    private SelectObjectContentRequest Request(string key, string expression, InputSerialization input, OutputSerialization output) => new()
    {
        Bucket = Bucket, Key = key, Expression = expression, ExpressionType = ExpressionType.Sql, InputSerialization = input, OutputSerialization = output,
    };
}
