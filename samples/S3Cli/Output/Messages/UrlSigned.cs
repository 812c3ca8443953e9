namespace S3Cli.Output.Messages;

/// <summary>A URL that carries its own permission.</summary>
internal sealed record UrlSigned(string Url, string Method, DateTimeOffset ExpiresAt) : Message
{
    /// <summary>Headers that have to be sent with it.</summary>
    public IReadOnlyDictionary<string, string>? Headers { get; init; }

    public override string ToLine(LineStyle style) => Url;
}
