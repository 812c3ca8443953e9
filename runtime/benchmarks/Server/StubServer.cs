using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using S3Gen.Benchmarks.Compare;

namespace S3Gen.Benchmarks.Server;

/// <summary>A server that answers as S3 does and does as little as it can, in a process of its own so that its work is not measured.</summary>
internal static class StubServer
{
    public static async Task RunAsync()
    {
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = null;
            kestrel.Limits.MinRequestBodyDataRate = null;
            kestrel.Limits.MinResponseDataRate = null;
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

    private static Task AnswerAsync(HttpContext context)
    {
        IHeaderDictionary headers = context.Response.Headers;
        headers["x-amz-request-id"] = "4442587FB7D0A2F9";
        headers["x-amz-id-2"] = "eftixk72aD6Ap51TnqcoF8eFidJG9Z/2mkiDFu8yU9AS1ed4OpIszj7UDNEHGran";

        // As of an object uploaded in parts: it is no MD5, and clients that would compare it with one need not.
        headers.ETag = "\"9b2cf535f27731c974343645a3985328-64\"";
        return context.Request.Method switch
        {
            "PUT" => TakeAsync(context),
            "POST" => AnswerPostAsync(context),
            "GET" when context.Request.Path.Value!.Contains("/large-", StringComparison.Ordinal) => LargeObject.SendAsync(context),
            "GET" when context.Request.Query.ContainsKey("list-type") => SendXmlAsync(context, ListingDocument.Utf8),
            _ => SendObjectAsync(context),
        };
    }

    private static async Task TakeAsync(HttpContext context)
    {
        await context.Request.Body.CopyToAsync(Stream.Null);
        context.Response.ContentLength = 0;
    }

    private static async Task AnswerPostAsync(HttpContext context)
    {
        using MemoryStream request = new();
        await context.Request.Body.CopyToAsync(request);
        IQueryCollection query = context.Request.Query;
        if (!query.ContainsKey("delete"))
        {
            await SendXmlAsync(context, query.ContainsKey("uploads") ? MultipartDocuments.Begun : MultipartDocuments.Completed);
            return;
        }

        bool isQuiet = request.GetBuffer().AsSpan(0, (int)request.Length).IndexOf("<Quiet>true"u8) >= 0;
        await SendXmlAsync(context, isQuiet ? DeletionDocument.Quiet : DeletionDocument.Utf8);
    }

    private static async Task SendXmlAsync(HttpContext context, byte[] document)
    {
        context.Response.ContentType = "application/xml";
        context.Response.ContentLength = document.Length;
        await context.Response.Body.WriteAsync(document);
    }

    private static async Task SendObjectAsync(HttpContext context)
    {
        HttpResponse response = context.Response;
        response.Headers.LastModified = "Mon, 03 Aug 2026 10:11:12 GMT";
        response.Headers.AcceptRanges = "bytes";
        response.ContentType = "binary/octet-stream";
        long size = SizeOf(context.Request.Path.Value ?? string.Empty);
        long length = size;
        if (context.Request.Method == "GET" && context.Request.GetTypedHeaders().Range?.Ranges.FirstOrDefault() is { From: { } from, To: { } to })
        {
            length = to - from + 1;
            response.StatusCode = StatusCodes.Status206PartialContent;
            response.Headers.ContentRange = $"bytes {from}-{to}/{size}";
        }

        response.ContentLength = length;
        if (context.Request.Method == "GET")
        {
            await SendContentAsync(context, length);
        }
    }

    private static long SizeOf(string path) =>
        path.EndsWith(Workload.LargeKey, StringComparison.Ordinal) ? (long)Workload.PartSize * Workload.PartCount
        : path.Contains("/" + Workload.FilePrefix, StringComparison.Ordinal) ? Workload.FileSize
        : Workload.SmallSize;

    private static async Task SendContentAsync(HttpContext context, long length)
    {
        const int pieceSize = 256 * 1024;
        if (length == Workload.SmallSize)
        {
            await context.Response.Body.WriteAsync(Workload.SmallContent);
            return;
        }

        for (long sent = 0; sent < length; sent += pieceSize)
        {
            await context.Response.Body.WriteAsync(Workload.PartContent.AsMemory(0, (int)Math.Min(pieceSize, length - sent)), context.RequestAborted);
        }
    }
}
