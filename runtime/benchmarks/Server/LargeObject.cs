using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace S3Gen.Benchmarks.Server;

/// <summary>Ranges of an object whose key says how long it is (<c>large-2147483648</c>; 2 GiB without a number), made of nothing.</summary>
internal static class LargeObject
{
    private static readonly byte[] Piece = new byte[64 * 1024];

    public static async Task SendAsync(HttpContext context)
    {
        string key = context.Request.Path.Value![(context.Request.Path.Value!.LastIndexOf('/') + 1)..];
        long size = long.TryParse(key.AsSpan(key.IndexOf('-') + 1), NumberStyles.None, CultureInfo.InvariantCulture, out long given) ? given : 2L << 30;
        RangeItemHeaderValue range = RangeHeaderValue.Parse(context.Request.Headers.Range.ToString()).Ranges.Single();
        long first = range.From ?? 0;
        long last = Math.Min(range.To ?? size - 1, size - 1);
        context.Response.StatusCode = StatusCodes.Status206PartialContent;
        context.Response.ContentLength = last - first + 1;
        context.Response.Headers.ContentRange = string.Create(CultureInfo.InvariantCulture, $"bytes {first}-{last}/{size}");
        for (long left = last - first + 1; left > 0; left -= Piece.Length)
        {
            await context.Response.Body.WriteAsync(Piece.AsMemory(0, (int)Math.Min(Piece.Length, left)));
        }
    }
}
