namespace S3Gen.Runtime.Resilience.Retry;

/// <summary>
/// What a client may spend on retries: each costs tokens, which successes bring back, so that a service that fails all the time gets
/// few requests on top of the first attempts. The figures are those of the standard mode of AWS's SDKs.
/// </summary>
/// <seealso href="https://docs.aws.amazon.com/sdkref/latest/guide/feature-retry-behavior.html"/>
internal sealed class RetryQuota
{
    internal const int Capacity = 500;
    internal const int RetryCost = 14;
    internal const int ThrottlingRetryCost = 5;

    /// <summary>What a success at the first attempt brings.</summary>
    internal const int FirstSuccess = 1;

    private int _tokens = Capacity;

    internal int Tokens => Volatile.Read(ref _tokens);

    /// <summary>Takes the tokens of a retry.</summary>
    /// <returns>False if there are too few; then none is taken.</returns>
    internal bool TryTake(int cost)
    {
        int tokens = Volatile.Read(ref _tokens);
        while (tokens >= cost)
        {
            int seen = Interlocked.CompareExchange(ref _tokens, tokens - cost, tokens);
            if (seen == tokens)
            {
                return true;
            }

            tokens = seen;
        }

        return false;
    }

    /// <summary>Gives tokens back, up to the capacity.</summary>
    internal void Give(int amount)
    {
        int tokens = Volatile.Read(ref _tokens);
        while (tokens < Capacity)
        {
            int seen = Interlocked.CompareExchange(ref _tokens, Math.Min(Capacity, tokens + amount), tokens);
            if (seen == tokens)
            {
                return;
            }

            tokens = seen;
        }
    }
}
