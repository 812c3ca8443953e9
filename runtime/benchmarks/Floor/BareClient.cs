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

    public async Task<int> GetAsync(string bucket, string key, byte[] buffer)
    {
        using HttpRequestMessage request = Sign(HttpMethod.Get, $"/{bucket}/{key}", string.Empty, null);
        using HttpResponseMessage response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        response.EnsureSuccessStatusCode();
        await using Stream body = await response.Content.ReadAsStreamAsync();
        return await body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false);
    }

    public async Task GetRangeAsync(string bucket, string key, long offset, byte[] buffer)
    {
        using HttpRequestMessage request = Sign(HttpMethod.Get, $"/{bucket}/{key}", string.Empty, null);
        request.Headers.Range = new RangeHeaderValue(offset, offset + buffer.Length - 1);
        using HttpResponseMessage response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        response.EnsureSuccessStatusCode();
        await using Stream body = await response.Content.ReadAsStreamAsync();
        await body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false);
    }

    public async Task<EntityTagHeaderValue?> PutAsync(string bucket, string key, byte[] content)
    {
        using HttpRequestMessage request = Sign(HttpMethod.Put, $"/{bucket}/{key}", string.Empty, content);
        using HttpResponseMessage response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        response.EnsureSuccessStatusCode();
        return response.Headers.ETag;
    }

    public async Task<byte[]> ListAsync(string bucket)
    {
        using HttpRequestMessage request = Sign(HttpMethod.Get, $"/{bucket}", "list-type=2", null);
        using HttpResponseMessage response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadAsByteArrayAsync();
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

        string time = DateTime.UtcNow.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        string date = time[..8];
        string canonical = $"{method.Method}\n{path}\n{query}\nhost:{uri.Authority}\nx-amz-content-sha256:{payloadHash}\nx-amz-date:{time}\n\nhost;x-amz-content-sha256;x-amz-date\n{payloadHash}";
        string scope = $"{date}/{region}/s3/aws4_request";
        string toSign = $"AWS4-HMAC-SHA256\n{time}\n{scope}\n{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(canonical)))}";
        byte[] key = Hmac(Hmac(Hmac(Hmac(Encoding.UTF8.GetBytes("AWS4" + secretAccessKey), date), region), "s3"), "aws4_request");
        string signature = Convert.ToHexStringLower(Hmac(key, toSign));
        request.Headers.TryAddWithoutValidation("x-amz-content-sha256", payloadHash);
        request.Headers.TryAddWithoutValidation("x-amz-date", time);
        request.Headers.TryAddWithoutValidation(
            "Authorization", $"AWS4-HMAC-SHA256 Credential={accessKeyId}/{scope}, SignedHeaders=host;x-amz-content-sha256;x-amz-date, Signature={signature}");
        return request;
    }

    private static byte[] Hmac(byte[] key, string text) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text));
}
