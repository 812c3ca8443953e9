using System.Diagnostics;
using S3Gen.Generator.Tests.Harness;
using S3Gen.Runtime;
using S3Gen.Testing;

namespace S3Gen.Samples.Tests;

/// <summary>A client of one operation as native code. Publishing it takes most of a minute.</summary>
[Category("Full")]
public sealed class NativeTests
{
    private const long MaxBytes = 10_000_000;

    [Test]
    public async Task Native_program_is_small_has_no_warning_and_gets_an_object()
    {
        FullRun.Require("publishing native code");
        DirectoryInfo folder = Directory.CreateTempSubdirectory("s3gen-native-");
        try
        {
            DotnetCommand publish = await DotnetCommand.RunAsync(
                Repository.Root, new Dictionary<string, string>(), "publish", "samples/NativeAot", "-o", folder.FullName, "--artifacts-path", Path.Combine(folder.FullName, "artifacts"));
            Assert.That(publish.ExitCode, Is.Zero, publish.Output);
            Assert.That(publish.Output, Does.Not.Contain("warning"));
            string program = Path.Combine(folder.FullName, OperatingSystem.IsWindows() ? "s3-get.exe" : "s3-get");
            TestContext.Out.WriteLine($"{new FileInfo(program).Length:N0} bytes");
            Assert.That(new FileInfo(program).Length, Is.LessThan(MaxBytes));

            await using S3TestServer server = await S3TestServer.StartAsync();
            await PutAsync(server);
            (int code, string output, string errors) = await RunAsync(program, server, "notes", "today");

            Assert.That(code, Is.Zero, errors);
            Assert.That(output, Is.EqualTo("kept"));
            TestContext.Out.WriteLine(errors);
            Assert.That((await RunAsync(program, server, "notes", "gone")).Errors, Does.Contain("NoSuchKey"));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task PutAsync(S3TestServer server)
    {
        await using S3Client s3 = new(new S3ClientOptions
        {
            EndpointUrl = server.Endpoint,
            Region = server.Region,
            Credentials = new StaticCredentialProvider(new Credentials(server.AccessKeyId, server.SecretAccessKey)),
        });
        await s3.CreateBucketAsync("notes");
        await s3.PutObjectAsync(new PutObjectRequest { Bucket = "notes", Key = "today", Body = RequestBody.FromString("kept") });
    }

    private static async Task<(int Code, string Output, string Errors)> RunAsync(string program, S3TestServer server, params string[] arguments)
    {
        ProcessStartInfo start = new(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["AWS_ENDPOINT_URL_S3"] = server.Endpoint.ToString();
        start.Environment["AWS_REGION"] = server.Region;
        start.Environment["AWS_ACCESS_KEY_ID"] = server.AccessKeyId;
        start.Environment["AWS_SECRET_ACCESS_KEY"] = server.SecretAccessKey;
        start.Environment["S3_GET_TIMES"] = "1";
        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output, await errors);
    }
}
