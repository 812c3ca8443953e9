namespace S3Gen.Runtime;

/// <summary>How a presigned URL is made.</summary>
public sealed class PresignOptions
{
    /// <summary>How long the URL is valid from now on: whole seconds, 1 second to 7 days. Default 1 hour.</summary>
    /// <remarks>A URL dies with the credentials that signed it, however long it is meant to live: see <see cref="PresignedUrl.EffectiveExpiry"/>.</remarks>
    public TimeSpan Expires { get; init; } = TimeSpan.FromHours(1);
}
