using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace S3Gen.Benchmarks.Server;

/// <summary>A server that answers as S3 does and does as little as it can, in a process of its own so that its work is not measured.</summary>
internal static class StubServer
{
    public static readonly byte[] Content = [.. Enumerable.Range(0, 1024).Select(i => (byte)i)];

    public static async Task RunAsync()
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = null;
        });
        builder.Logging.ClearProviders();
        WebApplication server = builder.Build();
        server.Run(AnswerAsync);
        await server.StartAsync();
        Console.WriteLine(server.Urls.First());

        // The parent's end of the pipe closes when it ends, however it ends.
        await Console.In.ReadToEndAsync();
        await server.StopAsync();
    }

    private static async Task AnswerAsync(HttpContext context)
    {
        IHeaderDictionary headers = context.Response.Headers;
        headers["x-amz-request-id"] = "4442587FB7D0A2F9";
        headers["x-amz-id-2"] = "eftixk72aD6Ap51TnqcoF8eFidJG9Z/2mkiDFu8yU9AS1ed4OpIszj7UDNEHGran";
        headers.ETag = "\"9b2cf535f27731c974343645a3985328\"";
        switch (context.Request.Method)
        {
            case "POST":
                await context.Request.Body.CopyToAsync(Stream.Null);
                headers.ContentType = "application/xml";
                await context.Response.WriteAsync(context.Request.Query.ContainsKey("uploads")
                    ? "<InitiateMultipartUploadResult><UploadId>upload</UploadId></InitiateMultipartUploadResult>"
                    : "<CompleteMultipartUploadResult><ETag>&quot;9b2cf535f27731c974343645a3985328-2&quot;</ETag></CompleteMultipartUploadResult>");
                break;
            case "GET" when context.Request.Path.Value!.Contains("/large", StringComparison.Ordinal):
                await LargeObject.SendAsync(context);
                break;
            case "PUT":
                await context.Request.Body.CopyToAsync(Stream.Null);
                context.Response.ContentLength = 0;
                break;
            case "GET" when context.Request.Query.ContainsKey("list-type"):
                headers.ContentType = "application/xml";
                await context.Response.Body.WriteAsync(ListingDocument.Utf8);
                break;
            default:
                headers.LastModified = "Mon, 03 Aug 2026 10:11:12 GMT";
                headers.AcceptRanges = "bytes";
                headers.ContentType = "binary/octet-stream";
                context.Response.ContentLength = Content.Length;
                if (context.Request.Method == "GET")
                {
                    await context.Response.Body.WriteAsync(Content);
                }

                break;
        }
    }
}

/// <summary>A listing of 1,000 keys as S3 sends it.</summary>
internal static class ListingDocument
{
    public static readonly byte[] Utf8 = Write();

    private static byte[] Write()
    {
        System.Text.StringBuilder text = new("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<ListBucketResult xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"><Name>bucket</Name><Prefix></Prefix><KeyCount>1000</KeyCount><MaxKeys>1000</MaxKeys><IsTruncated>false</IsTruncated>");
        for (int i = 0; i < 1000; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"<Contents><Key>photos/2026/08/{i:D6}/original-image.jpeg</Key><LastModified>2026-08-03T10:{i % 60:D2}:12.000Z</LastModified><ETag>&quot;{i:x32}&quot;</ETag><Size>{i * 7919L}</Size><StorageClass>STANDARD</StorageClass></Contents>");
        }

        return System.Text.Encoding.UTF8.GetBytes(text.Append("</ListBucketResult>").ToString());
    }
}
