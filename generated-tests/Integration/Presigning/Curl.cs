using System.Diagnostics;
using System.Globalization;

namespace S3Gen.Integration.Presigning;

/// <summary>Sends what a holder of a presigned URL or form would send, with the curl that is installed: a client that is not ours.</summary>
internal sealed class Curl
{
    private readonly List<string> _arguments = ["--silent", "--show-error", "--path-as-is", "--globoff", "--noproxy", "*", "--max-time", "30"];
    private readonly List<string> _files = [];

    public static Curl To(PresignedUrl url) => new Curl().With("--request", url.Method.Method).WithHeaders(url).At(url.AbsoluteUri);

    /// <summary>The same request with another address.</summary>
    public static Curl To(PresignedUrl url, string address) => new Curl().With("--request", url.Method.Method).WithHeaders(url).At(address);

    /// <summary>A plain PUT without any of the headers that were signed.</summary>
    public static Curl Upload(string address, byte[] body) => new Curl().With("--request", "PUT").Body(body).At(address);

    public static Curl To(PresignedPost post, byte[] file, params (string Name, string Value)[] more) =>
        Form(post.Url, [.. post.Fields, .. more.Select(static field => KeyValuePair.Create(field.Name, field.Value))], file);

    public static Curl Form(Uri url, IEnumerable<KeyValuePair<string, string>> fields, byte[] file)
    {
        Curl curl = new();
        foreach ((string name, string value) in fields)
        {
            curl.With("--form-string", $"{name}={value}");
        }

        return curl.With("--form", $"file=@{curl.Save(file)};filename=up load.bin").At(url.AbsoluteUri);
    }

    public Curl With(params string[] arguments)
    {
        _arguments.AddRange(arguments);
        return this;
    }

    public Curl Header(string name, string value) => With("--header", $"{name}: {value}");

    /// <summary>Sends a body, with no type of its own.</summary>
    public Curl Body(byte[] body) => With("--header", "Content-Type;", "--data-binary", "@" + Save(body));

    /// <summary>Sends a body whose type is among the signed headers.</summary>
    public Curl TypedBody(byte[] body) => With("--data-binary", "@" + Save(body));

    public Curl HeadOnly() => With("--head");

    public async Task<CurlAnswer> SendAsync()
    {
        string output = Path.GetTempFileName();
        ProcessStartInfo start = new("curl") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (string argument in _arguments.Concat(["--output", output, "--write-out", "%{http_code} %{content_type}"]))
        {
            start.ArgumentList.Add(argument);
        }

        using Process process = Process.Start(start)!;
        string summary = await process.StandardOutput.ReadToEndAsync();
        string errors = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        _files.ForEach(File.Delete);
        Assert.That(process.ExitCode, Is.Zero, errors);
        byte[] body = await File.ReadAllBytesAsync(output);
        File.Delete(output);
        string[] parts = summary.Split(' ', 2);
        return new CurlAnswer(int.Parse(parts[0], CultureInfo.InvariantCulture), parts[1], body);
    }

    private string Save(byte[] content)
    {
        string path = Path.Combine(Path.GetTempPath(), $"s3gen-curl-{Guid.NewGuid():N}");
        File.WriteAllBytes(path, content);
        _files.Add(path);
        return path;
    }

    private Curl At(string address) => With(address);

    private Curl WithHeaders(PresignedUrl url)
    {
        foreach ((string name, string value) in url.SignedHeaders.Where(static header => header.Key != "content-length"))
        {
            Header(name, value);
        }

        return this;
    }
}

internal sealed record CurlAnswer(int Status, string ContentType, byte[] Body)
{
    public string Text => System.Text.Encoding.UTF8.GetString(Body);
}
