namespace S3Gen.Testing;

/// <summary>A double did not get the calls that a test demands. The message says what was demanded and lists what there was.</summary>
public sealed class MockVerificationException : Exception
{
    internal MockVerificationException(string message)
        : base(message)
    {
    }
}
