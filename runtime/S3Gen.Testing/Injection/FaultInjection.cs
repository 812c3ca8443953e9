using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using S3Gen.Testing.Errors;
using S3Gen.Testing.Server;

namespace S3Gen.Testing.Injection;

/// <summary>Carries out a rule around the execution of a call.</summary>
internal static class FaultInjection
{
    internal static async Task ExecuteAsync(FaultRule rule, S3Call call, TimeProvider timeProvider, Func<Task> execute)
    {
        if (rule.Delay > TimeSpan.Zero)
        {
            await Task.Delay(rule.Delay, timeProvider, call.Aborted).ConfigureAwait(false);
        }
        if (rule.CloseConnection)
        {
            call.Http.Abort();
            return;
        }
        if (rule.ErrorCode is { } code)
        {
            throw ErrorOf(rule, code);
        }
        if (rule.LoseResponse || rule.TruncateBodyAt is not null || rule.BytesPerSecond is not null || rule.CorruptBodyAt is not null)
        {
            IHttpResponseBodyFeature original = call.Http.Features.GetRequiredFeature<IHttpResponseBodyFeature>();
            using DamagedBody damaged = new(original.Stream, rule, call.Http.Abort, timeProvider);
            call.Http.Features.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(damaged, original));
            await execute().ConfigureAwait(false);
            await call.Response.BodyWriter.FlushAsync(call.Aborted).ConfigureAwait(false);
            return;
        }
        await execute().ConfigureAwait(false);
    }

    private static S3Fault ErrorOf(FaultRule rule, string code)
    {
        S3Fault fault = new(rule.Status, code, "A rule of the test server makes this request fail.");
        return rule.RetryAfterSeconds is { } seconds ? fault.WithHeader("Retry-After", seconds.ToString(CultureInfo.InvariantCulture)) : fault;
    }
}
