using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http.Features;

namespace S3Gen.Contract.Tests.Stubs;

/// <summary>
/// Hands the request target on to WireMock as it came over the wire, in a header: what WireMock shows as the path is decoded and
/// encoded anew.
/// </summary>
internal static class RawTarget
{
    public const string Header = "raw-target-of-request";

    public static void Use(IApplicationBuilder application) => application.Use((context, next) =>
    {
        context.Request.Headers[Header] = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        return next(context);
    });
}
