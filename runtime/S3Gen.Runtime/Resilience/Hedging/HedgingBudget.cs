namespace S3Gen.Runtime.Resilience.Hedging;

/// <summary>What a client may send twice: each operation earns a twentieth of a request, so that there are at most 5 % more of them.</summary>
internal sealed class HedgingBudget
{
    /// <summary>How many operations pay for one that is sent twice.</summary>
    internal const int Price = 20;

    /// <summary>What a quiet time can save up: ten requests.</summary>
    private const int Capacity = 10 * Price;

    private int _earned;

    internal void Earn()
    {
        if (Volatile.Read(ref _earned) < Capacity)
        {
            Interlocked.Increment(ref _earned);
        }
    }

    /// <returns>False if too little was earned; then nothing is spent.</returns>
    internal bool TrySpend()
    {
        int earned = Volatile.Read(ref _earned);
        while (earned >= Price)
        {
            int seen = Interlocked.CompareExchange(ref _earned, earned - Price, earned);
            if (seen == earned)
            {
                return true;
            }

            earned = seen;
        }

        return false;
    }
}
