using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace S3Gen.Extensions.Tests;

/// <summary>The sample, started as a process of its own.</summary>
public sealed partial class WebAppTests
{
    [Test]
    public async Task The_sample_streams_objects_up_and_down_and_reports_health_and_measurements()
    {
        using Process app = Start();
        try
        {
            using HttpClient http = new() { BaseAddress = await AddressOfAsync(app), Timeout = TimeSpan.FromSeconds(60) };
            byte[] content = RandomNumberGenerator.GetBytes(3_000_000);

            using HttpResponseMessage put = await http.PutAsync("objects/a/b.bin", new ByteArrayContent(content));
            byte[] got = await http.GetByteArrayAsync("objects/a/b.bin");
            using HttpResponseMessage range = await SendAsync(http, HttpMethod.Get, "bytes=10-19");
            using HttpResponseMessage beyond = await SendAsync(http, HttpMethod.Get, "bytes=3000000-");
            using HttpResponseMessage chunked = await SendAsync(http, HttpMethod.Put, range: null, new ByteArrayContent(content));
            using HttpResponseMessage missing = await http.GetAsync("objects/none");
            string health = await http.GetStringAsync("health");
            string metrics = await http.GetStringAsync("metrics");

            Assert.That(put.StatusCode, Is.EqualTo(HttpStatusCode.OK));
            Assert.That(got.AsSpan().SequenceEqual(content), Is.True);
            Assert.That((range.StatusCode, range.Content.Headers.ContentRange?.ToString()), Is.EqualTo((HttpStatusCode.PartialContent, "bytes 10-19/3000000")));
            Assert.That(await range.Content.ReadAsByteArrayAsync(), Is.EqualTo(content[10..20]));
            Assert.That(beyond.StatusCode, Is.EqualTo(HttpStatusCode.RequestedRangeNotSatisfiable));
            Assert.That(chunked.StatusCode, Is.EqualTo(HttpStatusCode.OK));
            Assert.That(missing.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
            Assert.That(health, Is.EqualTo("Healthy").Or.EqualTo("Degraded"));
            Assert.That(metrics, Does.Contain("s3_requests_total{").And.Contain("operation=\"put_object\"").And.Contain("s3_request_duration_seconds{"));
        }
        finally
        {
            app.Kill(entireProcessTree: true);
            await app.WaitForExitAsync();
        }
    }

    /// <summary>Whoever sends content this way does not know its length.</summary>
    private static async Task<HttpResponseMessage> SendAsync(HttpClient http, HttpMethod method, string? range, HttpContent? content = null)
    {
        using HttpRequestMessage request = new(method, "objects/a/b.bin") { Content = content };
        request.Headers.Range = range is null ? null : RangeHeaderValue.Parse(range);
        request.Headers.TransferEncodingChunked = content is null ? null : true;
        return await http.SendAsync(request);
    }

    private static Process Start()
    {
        ProcessStartInfo start = new("dotnet", [Path.Combine(AppContext.BaseDirectory, "WebApp.dll"), "--urls", "http://127.0.0.1:0"])
        {
            RedirectStandardOutput = true,
        };
        start.Environment.Remove("AWS_ENDPOINT_URL_S3");
        return Process.Start(start)!;
    }

    private static async Task<Uri> AddressOfAsync(Process app)
    {
        while (await app.StandardOutput.ReadLineAsync() is { } line)
        {
            if (Address().Match(line) is { Success: true } match)
            {
                // What follows is read and dropped: a full pipe would stop the app.
                _ = app.StandardOutput.BaseStream.CopyToAsync(Stream.Null);
                return new Uri(match.Groups[1].Value);
            }
        }

        throw new InvalidOperationException("The sample ended before it listened.");
    }

    [GeneratedRegex("Now listening on: (http://127\\.0\\.0\\.1:\\d+)")]
    private static partial Regex Address();
}
