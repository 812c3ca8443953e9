namespace S3Gen.Integration.Faults;

/// <summary>One of those who work at once, each on keys of its own; it remembers what the server has acknowledged.</summary>
internal sealed partial class FaultWorker(FaultRig rig, int number, int seed, string files)
{
    private const int Keys = 8;

    private readonly Dictionary<string, PossibleContents> _objects = [];
    private readonly Random _random = new(unchecked((seed * 31) + number));

    public int Done { get; private set; }

    public int Failed { get; private set; }

    /// <summary>How often nothing was sent, since the circuit was open; this does not count as an operation.</summary>
    public int Refused { get; private set; }

    public async Task RunAsync(int operations)
    {
        while (Done + Failed < operations)
        {
            await TryAsync(() => NextAsync($"worker-{number}/object {_random.Next(Keys)}"));
        }
    }

    /// <summary>Compares all objects with what the server itself has.</summary>
    /// <returns>How many there are.</returns>
    public async Task<int> VerifyAsync()
    {
        int count = 0;
        foreach ((string key, PossibleContents possible) in _objects)
        {
            byte[]? actual = await ReadDirectlyAsync(key);
            possible.AssertHas(key, actual);
            count += actual is null ? 0 : 1;
        }

        return count;
    }

    private byte[] Small => RandomBytes(_random.Next(0, 4096));

    private byte[] Medium => RandomBytes(_random.Next(60_000, 300_000));

    private Task NextAsync(string key) => _random.Next(15) switch
    {
        0 or 1 or 2 => PutAsync(key, content => RequestBody.FromBytes(content), Small),
        3 => PutAsync(key, content => RequestBody.FromBytes(content), Medium),
        4 => PutAsync(key, content => RequestBody.FromStream(new MemoryStream(content), leaveOpen: false), Medium),
        5 => PutAsync(key, FromFile, Medium),
        6 => PutAsync(key, content => RequestBody.FromStream(new ForwardOnlyStream(content), content.Length, leaveOpen: false), Medium),
        7 or 8 => GetAsync(key),
        9 => HeadAsync(key),
        10 => DeleteAsync(key),
        11 => ListAsync(),
        12 => UploadInPartsAsync(key, Medium),
        13 => PutAsync(key, content => RequestBody.FromStream(new ForwardOnlyStream(content), leaveOpen: false), Medium),
        _ => CopyAsync(key),
    };

    /// <summary>Only exceptions that are documented are taken; all others end the run.</summary>
    private async Task TryAsync(Func<Task> operation)
    {
        try
        {
            await operation();
            Done++;
        }
        catch (CircuitOpenException e)
        {
            Refused++;
            TimeSpan pause = (e.Circuit.OpenUntil ?? DateTimeOffset.UtcNow) - DateTimeOffset.UtcNow;
            await Task.Delay(TimeSpan.FromMilliseconds(Math.Clamp(pause.TotalMilliseconds, 5, 100)));
        }
        catch (Exception e) when (IsDocumented(e))
        {
            Failed++;
        }
    }

    private static bool IsDocumented(Exception exception) => exception switch
    {
        ServiceConnectionException => true,
        S3Exception failure => (int)failure.StatusCode is 429 or 500 or 502 or 503 or 504
            || failure.Message.Contains("An earlier attempt, which ended without a clear answer, may have been carried out.", StringComparison.Ordinal),

        // A streamed body that breaks off, or that stops coming.
        IOException or TimeoutException => true,
        _ => false,
    };

    private PossibleContents Known(string key)
    {
        if (!_objects.TryGetValue(key, out PossibleContents? known))
        {
            _objects.Add(key, known = new PossibleContents());
        }

        return known;
    }

    private byte[] RandomBytes(int count)
    {
        byte[] bytes = new byte[count];
        _random.NextBytes(bytes);
        return bytes;
    }

    private async Task<byte[]?> ReadDirectlyAsync(string key)
    {
        try
        {
            return await FaultRig.ReadAsync(rig.Direct, rig.Bucket, key);
        }
        catch (NoSuchKeyException)
        {
            return null;
        }
    }
}
