using System.Diagnostics;
using System.Net;
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
            using HttpResponseMessage missing = await http.GetAsync("objects/none");
            string health = await http.GetStringAsync("health");
            string metrics = await http.GetStringAsync("metrics");

            Assert.That(put.StatusCode, Is.EqualTo(HttpStatusCode.OK));
            Assert.That(got.AsSpan().SequenceEqual(content), Is.True);
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
