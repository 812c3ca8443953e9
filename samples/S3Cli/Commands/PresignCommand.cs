using System.CommandLine;
using S3Cli.App;
using S3Cli.Locations;
using S3Cli.Options;
using S3Cli.Output.Messages;
using S3Gen;
using S3Gen.Runtime;

namespace S3Cli.Commands;

/// <summary><c>presign</c>: a URL with which anybody can do one thing for some time.</summary>
internal sealed class PresignCommand : ICliCommand
{
    private const int Hour = 3600;
    private const int Week = 7 * 24 * Hour;
    private const string Get = "GET";
    private const string Put = "PUT";
    private const string Head = "HEAD";
    private const string Delete = "DELETE";

    private readonly Argument<S3Url> _url = CommandOptions.Url("The object.");
    private readonly Option<string?> _versionId = CommandOptions.VersionId();
    private readonly Option<string?> _contentType = new("--content-type") { HelpName = "TYPE", Description = "With PUT: the type that has to be sent as Content-Type." };
    private readonly Option<int> _expiresIn = Parsed.Option("--expires-in", "SECONDS", "How long the URL is valid, 1 to 604800.", text => Numbers.Parse(text, 1, Week));
    private readonly Option<string> _method = new("--method") { HelpName = "METHOD", Description = "What the URL is for: GET, PUT, HEAD or DELETE.", DefaultValueFactory = _ => Get };

    public PresignCommand()
    {
        _expiresIn.DefaultValueFactory = _ => Hour;
        _method.AcceptOnlyFromAmong(StringComparer.OrdinalIgnoreCase, Get, Put, Head, Delete);
        Definition = new Command("presign", "Prints a URL with which anybody can read or write an object for some time.")
        {
            _url, _expiresIn, _method, _versionId, _contentType,
        };
    }

    public Command Definition { get; }

    public async Task<ExitCode> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        S3Url url = CommandOptions.RequireKey(context.Get(_url));
        PresignOptions options = new() { Expires = TimeSpan.FromSeconds(context.Get(_expiresIn)) };
        PresignedUrl signed = await context.Client.PresignAsync(Describe(context, url), options, cancellationToken);
        context.Output.Write(new UrlSigned(signed.AbsoluteUri, signed.Method.Method, signed.EffectiveExpiry)
        {
            Headers = signed.SignedHeaders.Count == 0 ? null : signed.SignedHeaders,
        });
        return ExitCode.Success;
    }

    private IPresignable Describe(CommandContext context, S3Url url)
    {
        string? version = context.Get(_versionId);
        return context.Get(_method)!.ToUpperInvariant() switch
        {
            Put => new PutObjectRequest { Bucket = url.Bucket, Key = url.Key, ContentType = context.Get(_contentType) },
            Head => new HeadObjectRequest { Bucket = url.Bucket, Key = url.Key, VersionId = version },
            Delete => new DeleteObjectRequest { Bucket = url.Bucket, Key = url.Key, VersionId = version },
            _ => new GetObjectRequest { Bucket = url.Bucket, Key = url.Key, VersionId = version },
        };
    }
}
