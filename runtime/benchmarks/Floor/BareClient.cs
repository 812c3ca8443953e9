using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;

namespace S3Gen.Benchmarks.Floor;

/// <summary>What one writes by hand: an HttpClient, a URL, and a signature put together from strings. It does nothing else.</summary>
internal sealed class BareClient(Uri endpoint, string accessKeyId, string secretAccessKey, string region) : IDisposable
{
    private const string EmptyHash = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });

    public async Task<long?> HeadAsync(string bucket, string key)
    {
        using HttpRequestMessage request = Sign(HttpMethod.Head, $"/{bucket}/{key}", string.Empty, null);
        using HttpResponseMessage response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        response.EnsureSuccessStatusCode();
        return response.Content.Headers.ContentLength;
    }

    /// <summary>Hands the body, or a range of it, to <paramref name="read"/>.</summary>
    public async Task GetAsync(string bucket, string key, string? range, Func<Stream, Task> read)
    {
        using HttpRequestMessage request = Sign(HttpMethod.Get, $"/{bucket}/{key}", string.Empty, null);
        if (range is not null)
        {
            request.Headers.TryAddWithoutValidation("Range", range);
        }

        using HttpResponseMessage response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        response.EnsureSuccessStatusCode();
        await using Stream body = await response.Content.ReadAsStreamAsync();
        await read(body);
    }

    public async Task<EntityTagHeaderValue?> PutAsync(string bucket, string key, string query, byte[] content)
    {
        using HttpRequestMessage request = Sign(HttpMethod.Put, $"/{bucket}/{key}", query, content);
        using HttpResponseMessage response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        response.EnsureSuccessStatusCode();
        return response.Headers.ETag;
    }

    /// <summary>The listing's bytes, of which nothing is made.</summary>
    public async Task<byte[]> ListAsync(string bucket)
    {
        using HttpRequestMessage request = Sign(HttpMethod.Get, $"/{bucket}", "list-type=2", null);
        using HttpResponseMessage response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadAsByteArrayAsync();
    }

    /// <summary>The answer's bytes, of which nothing is made.</summary>
    [SuppressMessage("Security", "CA5351", Justification = "S3 wants MD5 here; it guards against accidents alone.")]
    public async Task<byte[]> DeleteAsync(string bucket, string[] keys)
    {
        StringBuilder document = new("<Delete xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\">");
        foreach (string key in keys)
        {
            document.Append("<Object><Key>").Append(key).Append("</Key></Object>");
        }

        byte[] content = Encoding.UTF8.GetBytes(document.Append("</Delete>").ToString());
        using HttpRequestMessage request = Sign(HttpMethod.Post, $"/{bucket}", "delete=", content);
        request.Content!.Headers.ContentMD5 = MD5.HashData(content);
        using HttpResponseMessage response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadAsByteArrayAsync();
    }

    /// <summary>A URL that is valid for a while.</summary>
    public string Presign(string bucket, string key, TimeSpan lifetime)
    {
        string path = $"/{bucket}/{key}";
        string time = Now();
        string scope = $"{time[..8]}/{region}/s3/aws4_request";
        string query = $"X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential={Uri.EscapeDataString($"{accessKeyId}/{scope}")}&X-Amz-Date={time}&X-Amz-Expires={lifetime.TotalSeconds}&X-Amz-SignedHeaders=host";
        string canonical = $"GET\n{path}\n{query}\nhost:{endpoint.Authority}\n\nhost\nUNSIGNED-PAYLOAD";
        return $"{endpoint.Scheme}://{endpoint.Authority}{path}?{query}&X-Amz-Signature={Signature(time, scope, canonical)}";
    }

    public void Dispose() => _http.Dispose();

    private HttpRequestMessage Sign(HttpMethod method, string path, string query, byte[]? content)
    {
        Uri uri = new(endpoint, path + (query.Length > 0 ? "?" + query : string.Empty));
        HttpRequestMessage request = new(method, uri);
        string payloadHash = content is null ? EmptyHash : Convert.ToHexStringLower(SHA256.HashData(content));
        if (content is not null)
        {
            request.Content = new ByteArrayContent(content);
        }

        string time = Now();
        string scope = $"{time[..8]}/{region}/s3/aws4_request";
        string canonical = $"{method.Method}\n{path}\n{query}\nhost:{uri.Authority}\nx-amz-content-sha256:{payloadHash}\nx-amz-date:{time}\n\nhost;x-amz-content-sha256;x-amz-date\n{payloadHash}";
        string signature = Signature(time, scope, canonical);
        request.Headers.TryAddWithoutValidation("x-amz-content-sha256", payloadHash);
        request.Headers.TryAddWithoutValidation("x-amz-date", time);
        request.Headers.TryAddWithoutValidation(
            "Authorization", $"AWS4-HMAC-SHA256 Credential={accessKeyId}/{scope}, SignedHeaders=host;x-amz-content-sha256;x-amz-date, Signature={signature}");
        return request;
    }

    private string Signature(string time, string scope, string canonical)
    {
        string toSign = $"AWS4-HMAC-SHA256\n{time}\n{scope}\n{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(canonical)))}";
        byte[] key = Hmac(Hmac(Hmac(Hmac(Encoding.UTF8.GetBytes("AWS4" + secretAccessKey), time[..8]), region), "s3"), "aws4_request");
        return Convert.ToHexStringLower(Hmac(key, toSign));
    }

    private static string Now() => DateTime.UtcNow.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

    private static byte[] Hmac(byte[] key, string text) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text));
}
