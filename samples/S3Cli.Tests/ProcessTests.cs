using System.Diagnostics;
using S3Cli.Tests.Driving;

namespace S3Cli.Tests;

/// <summary>The tool as a process of its own, where only a process shows what it does.</summary>
internal sealed class ProcessTests : CliFixture
{
    [Test]
    [Platform(Exclude = "Win")]
    public async Task Several_runs_write_to_one_file_one_after_the_other()
    {
        await PutAsync("a", "1");
        await PutAsync("b", "2");

        await ShellAsync($"( TOOL cat s3://{Bucket}/a; TOOL cat s3://{Bucket}/b; TOOL rm s3://{Bucket}/a ) > '{At("out")}'");

        Assert.That(await File.ReadAllTextAsync(At("out")), Is.EqualTo($"12delete: s3://{Bucket}/a\n"));
    }

    [Test]
    [Platform(Exclude = "Win")]
    public async Task A_reader_that_has_seen_enough_ends_the_tool()
    {
        await PutAsync("a", new string('x', 3_000_000));

        await ShellAsync($"TOOL cat s3://{Bucket}/a 2>'{At("err")}' | head -c 5 >'{At("out")}'; echo ${{PIPESTATUS[0]}} >'{At("code")}'");

        Assert.That(await File.ReadAllTextAsync(At("out")), Is.EqualTo("xxxxx"));
        Assert.That((await File.ReadAllTextAsync(At("code"))).Trim(), Is.EqualTo("141"));
        Assert.That(await File.ReadAllTextAsync(At("err")), Is.Empty);
    }

    private async Task ShellAsync(string script)
    {
        ProcessStartInfo start = new("bash", ["-c", script.Replace("TOOL", $"dotnet '{Tool()}'", StringComparison.Ordinal)]);
        start.Environment["AWS_ENDPOINT_URL_S3"] = Endpoint.AbsoluteUri;
        start.Environment["AWS_REGION"] = "us-east-1";
        start.Environment["AWS_ACCESS_KEY_ID"] = (await Credentials.GetCredentialsAsync()).AccessKeyId;
        start.Environment["AWS_SECRET_ACCESS_KEY"] = Secret;
        start.Environment.Remove("AWS_SESSION_TOKEN");
        start.Environment.Remove("AWS_PROFILE");
        using Process shell = Process.Start(start)!;
        await shell.WaitForExitAsync();
    }

    /// <summary>The tool where it was built: beside these tests it shares assemblies with them, and lacks those that they have from ASP.NET.</summary>
    private static string Tool()
    {
        DirectoryInfo framework = new(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory));
        DirectoryInfo configuration = framework.Parent!;
        string samples = configuration.Parent!.Parent!.Parent!.FullName;
        return Path.Combine(samples, "S3Cli", "bin", configuration.Name, framework.Name, "s3g.dll");
    }
}
