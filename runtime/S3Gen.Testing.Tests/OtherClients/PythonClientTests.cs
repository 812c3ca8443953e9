using System.Diagnostics;
using S3Gen.Generator.Tests.Harness;

namespace S3Gen.Testing.Tests.OtherClients;

/// <summary>The server as clients in another language find it, which know nothing of this project: boto3 and the AWS command line.</summary>
internal sealed class PythonClientTests
{
    private static readonly string Scripts = Path.Combine(TestContext.CurrentContext.TestDirectory, "OtherClients");

    private DirectoryInfo _folder = null!;

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("s3gen-clients-");

    [TearDown]
    public void RemoveFolder() => _folder.Delete(recursive: true);

    [TestCase("boto3_client.py", "boto3")]
    [TestCase("awscli_client.py", "awscli")]
    public async Task Client_does_what_its_users_do(string script, string module)
    {
        if (module == "awscli")
        {
            FullRun.Require("starting awscli some fifty times");
        }

        await RequireAsync(module);
        await using S3TestServer server = await S3TestServer.StartAsync();
        (int exitCode, string output) = await RunAsync(server, Path.Combine(Scripts, script), _folder.FullName);
        TestContext.Out.WriteLine(output);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(exitCode, Is.Zero, output);
            Assert.That(output, Does.Contain("ok ").And.Not.Contain("FAIL"));
        }
    }

    private static async Task RequireAsync(string module)
    {
        string reason = $"python3 with {module} is not on this machine: 'pip install boto3 awscli' brings it";
        try
        {
            (int exitCode, _) = await RunAsync(null, "-c", "import " + module);
            if (exitCode == 0)
            {
                return;
            }
        }
        catch (System.ComponentModel.Win32Exception)
        {
            // There is no such program.
        }
        Assert.Ignore(reason);
    }

    private static async Task<(int ExitCode, string Output)> RunAsync(S3TestServer? server, params string[] arguments)
    {
        ProcessStartInfo start = new("python3", arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (string name in start.Environment.Keys.Where(static name => name.StartsWith("AWS_", StringComparison.Ordinal)).ToArray())
        {
            start.Environment.Remove(name);
        }
        if (server is not null)
        {
            start.Environment["AWS_ENDPOINT_URL_S3"] = server.Endpoint.GetLeftPart(UriPartial.Authority);
            start.Environment["AWS_DEFAULT_REGION"] = server.Region;
            start.Environment["AWS_ACCESS_KEY_ID"] = server.AccessKeyId;
            start.Environment["AWS_SECRET_ACCESS_KEY"] = server.SecretAccessKey;
            start.Environment["AWS_EC2_METADATA_DISABLED"] = "true";
            // No configuration of the machine's user takes part.
            start.Environment["AWS_CONFIG_FILE"] = start.Environment["AWS_SHARED_CREDENTIALS_FILE"] = Path.Combine(Scripts, "none");
        }
        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output + await errors);
    }
}
