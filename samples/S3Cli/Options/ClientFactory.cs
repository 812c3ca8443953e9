using System.CommandLine;
using Microsoft.Extensions.Logging;
using S3Cli.App;
using S3Cli.Failures;
using S3Cli.Output;
using S3Gen;
using S3Gen.Runtime;

namespace S3Cli.Options;

/// <summary>Makes the client that the global options describe.</summary>
internal static class ClientFactory
{
    /// <exception cref="UsageException">Options, environment and profile make no sense together.</exception>
    public static S3Client Create(S3ClientOptions options)
    {
        try
        {
            return new S3Client(options);
        }
        catch (ArgumentException e)
        {
            throw new UsageException(e.Message, e);
        }
    }

    public static S3ClientOptions Describe(ParseResult arguments, GlobalOptions globals, CliHost host)
    {
        bool isVerbose = arguments.GetValue(globals.Verbose);
        return new S3ClientOptions
        {
            EndpointUrl = arguments.GetValue(globals.EndpointUrl),
            Region = arguments.GetValue(globals.Region),
            Profile = arguments.GetValue(globals.Profile),
            ForcePathStyle = arguments.GetValue(globals.PathStyle) ? true : null,
            VerifyCertificates = arguments.GetValue(globals.NoVerifySsl) ? false : null,
            CaBundle = arguments.GetValue(globals.CaBundle),
            Credentials = arguments.GetValue(globals.NoSignRequest) ? new StaticCredentialProvider(Credentials.Anonymous) : host.Credentials,
            LoggerFactory = new ErrorLog(host.Error, isVerbose ? LogLevel.Information : LogLevel.None),
            TimeProvider = host.Time,
        };
    }
}
