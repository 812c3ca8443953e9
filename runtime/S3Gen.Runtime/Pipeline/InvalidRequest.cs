using S3Gen.Runtime.CodeGen;

namespace S3Gen.Runtime.Pipeline;

/// <summary>Makes the exceptions of requests that break a rule; they all name the parameter of the client's method.</summary>
internal static class InvalidRequest
{
    internal static ArgumentException Because(string rule, string parameter = "request") => new(rule, parameter);

    /// <exception cref="ArgumentException">The body was read before, and cannot be read again.</exception>
    internal static void ThrowIfSpent(RequestBody body, Operation operation)
    {
        if (body.IsSpent)
        {
            throw Because($"{operation.Name}Request.Body was sent before and cannot be read again.");
        }
    }
}
