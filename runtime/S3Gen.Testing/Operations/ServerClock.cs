namespace S3Gen.Testing.Operations;

/// <summary>S3 keeps times in whole seconds, so that Last-Modified compares equal to what a listing says.</summary>
internal static class ServerClock
{
    internal static DateTimeOffset Now(S3TestServerOptions options)
    {
        DateTimeOffset now = options.TimeProvider.GetUtcNow().ToUniversalTime();
        return now.AddTicks(-(now.Ticks % TimeSpan.TicksPerSecond));
    }
}
