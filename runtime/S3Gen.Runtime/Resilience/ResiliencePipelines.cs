using Microsoft.Extensions.Logging;
using Polly;
using S3Gen.Runtime.Configuration;
using S3Gen.Runtime.Pipeline;

namespace S3Gen.Runtime.Resilience;

/// <summary>Puts the strategies around an attempt in order, the outermost first.</summary>
internal static class ResiliencePipelines
{
    /// <summary>By this a strategy finds the call before its outcome is there.</summary>
    internal static readonly ResiliencePropertyKey<ServiceCall> CallKey = new("S3Gen.Call");

    internal static ResiliencePipeline<ServiceCall> Create(ClientSettings settings, ILogger logger)
    {
        ResiliencePipelineBuilder<ServiceCall> builder = new() { TimeProvider = settings.Options.TimeProvider };
        if (settings.MaxRetries > 0)
        {
            builder.AddRetry(new RetryPolicy(settings, logger).ToStrategy());
        }

        return builder.Build();
    }
}
