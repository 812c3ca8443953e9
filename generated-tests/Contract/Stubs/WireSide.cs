using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace S3Gen.Contract.Tests.Stubs;

/// <summary>What WireMock keeps from its stubs: it decodes the target of a request, and drops the Content-Length of a response.</summary>
internal static class WireSide
{
    /// <summary>Header in which a stub sees the target of a request as it came over the wire.</summary>
    public const string RawTarget = "stub-raw-target";

    /// <summary>Header in which a stub gives the Content-Length of its response.</summary>
    public const string ContentLength = "stub-content-length";

    public static void Use(IApplicationBuilder application) => application.Use((context, next) =>
    {
        context.Request.Headers[RawTarget] = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        context.Response.OnStarting(static response => SetLength((HttpResponse)response), context.Response);
        return next(context);
    });

    private static Task SetLength(HttpResponse response)
    {
        if (response.Headers.Remove(ContentLength, out Microsoft.Extensions.Primitives.StringValues length))
        {
            response.Headers.ContentLength = long.Parse(length!, System.Globalization.CultureInfo.InvariantCulture);
        }

        return Task.CompletedTask;
    }
}
