using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace S3Gen.Contract.Tests.Stubs;

/// <summary>What WireMock keeps from its stubs: it decodes the target of a request, and drops some headers of a response.</summary>
internal static class WireSide
{
    /// <summary>Header in which a stub sees the target of a request as it came over the wire.</summary>
    public const string RawTarget = "stub-raw-target";

    private const string Kept = "stub-response-";

    private static readonly string[] Dropped = ["Content-Length", "Date"];

    /// <summary>The name under which a stub gives a header of its response.</summary>
    public static string NameOf(string header) => Dropped.Contains(header, StringComparer.OrdinalIgnoreCase) ? Kept + header : header;

    public static void Use(IApplicationBuilder application) => application.Use((context, next) =>
    {
        context.Request.Headers[RawTarget] = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        context.Response.OnStarting(static response => RestoreHeaders((HttpResponse)response), context.Response);
        return next(context);
    });

    private static Task RestoreHeaders(HttpResponse response)
    {
        foreach (string name in Dropped)
        {
            if (response.Headers.Remove(Kept + name, out Microsoft.Extensions.Primitives.StringValues value))
            {
                response.Headers[name] = value;
            }
        }

        return Task.CompletedTask;
    }
}
