namespace S3Gen.Runtime;

public partial class ClientOptions
{
    /// <summary>How failed attempts are repeated. Default: <c>AWS_RETRY_MODE</c>, the profile's <c>retry_mode</c>, then <see cref="S3Gen.Runtime.RetryMode.Standard"/>.</summary>
    public RetryMode? RetryMode { get => field ?? BasedOn?.RetryMode; init; }
}
