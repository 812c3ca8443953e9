namespace S3Gen.Runtime;

/// <summary>
/// The service's endpoint rules refuse a request: its bucket or ARN cannot be reached with the client's configuration, or the
/// configuration contradicts itself. Nothing was sent. The message is the rule's own.
/// </summary>
public sealed class EndpointRuleException : ArgumentException
{
    /// <summary>Makes the exception.</summary>
    /// <param name="rule">What the rule says.</param>
    public EndpointRuleException(string rule)
        : base(rule)
    {
    }
}
