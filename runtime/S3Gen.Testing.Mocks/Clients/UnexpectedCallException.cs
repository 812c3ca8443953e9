namespace S3Gen.Testing;

/// <summary>A strict double got a call that nothing was set up for. The message names the call and says how to set it up.</summary>
public sealed class UnexpectedCallException : InvalidOperationException
{
    internal UnexpectedCallException(string message)
        : base(message)
    {
    }
}
