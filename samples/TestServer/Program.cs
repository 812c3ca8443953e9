using S3Gen.Testing;
using S3Gen.TestServer;

// The in-process server as a program of its own, for clients in other languages. It prints NAME=value lines when it answers, and ends with Ctrl+C.
if (args is ["--help" or "-h"])
{
    Console.Out.WriteLine(CommandLine.Usage);
    return 0;
}
try
{
    (S3TestServerOptions options, string? certificateFile) = CommandLine.Parse(args);
    await using S3TestServer server = await S3TestServer.StartAsync(options);
    if (certificateFile is not null)
    {
        await File.WriteAllTextAsync(certificateFile, server.Certificate!.ExportCertificatePem());
    }
    Console.Out.WriteLine($"AWS_ENDPOINT_URL_S3={server.Endpoint.GetLeftPart(UriPartial.Authority)}");
    Console.Out.WriteLine($"AWS_REGION={server.Region}");
    Console.Out.WriteLine($"AWS_ACCESS_KEY_ID={server.AccessKeyId}");
    Console.Out.WriteLine($"AWS_SECRET_ACCESS_KEY={server.SecretAccessKey}");
    await Shutdown.RequestedAsync();
    return 0;
}
catch (Exception refused) when (refused is ArgumentException or IOException)
{
    Console.Error.WriteLine(refused.Message);
    Console.Error.WriteLine(CommandLine.Usage);
    return 2;
}
