namespace S3Gen.Contract.Tests;

/// <summary>Takes away what the machine says of AWS: it would bind the stubs' clients too, and reading a bundle of certificates takes each of them longer than a test.</summary>
[SetUpFixture]
public sealed class NoEnvironment
{
    [OneTimeSetUp]
    public void Forget()
    {
        foreach (string name in Environment.GetEnvironmentVariables().Keys.Cast<string>().Where(static name => name.StartsWith("AWS_", StringComparison.OrdinalIgnoreCase)))
        {
            Environment.SetEnvironmentVariable(name, null);
        }
    }
}
