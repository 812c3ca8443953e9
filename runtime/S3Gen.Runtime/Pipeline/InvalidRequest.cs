namespace S3Gen.Runtime.Pipeline;

/// <summary>Makes the exceptions of requests that break a rule; they all name the parameter of the client's method.</summary>
internal static class InvalidRequest
{
    internal static ArgumentException Because(string rule, string parameter = "request") => new(rule, parameter);
}
