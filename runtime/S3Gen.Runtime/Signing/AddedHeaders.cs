namespace S3Gen.Runtime.Signing;

/// <summary>Values of the headers that signing adds to those of a request; an empty value adds nothing.</summary>
internal ref struct AddedHeaders
{
    internal const int Count = 5;

    internal ReadOnlySpan<char> Host;
    internal ReadOnlySpan<char> PayloadHash;
    internal ReadOnlySpan<char> Date;
    internal ReadOnlySpan<char> RegionSet;
    internal ReadOnlySpan<char> SessionToken;
    internal SigningScheme Scheme;

    internal readonly ReadOnlySpan<char> Name(int index) => index switch
    {
        0 => "host",
        1 => "x-amz-content-sha256",
        2 => "x-amz-date",
        3 => "x-amz-region-set",
        _ => Scheme.TokenHeader,
    };

    internal readonly ReadOnlySpan<char> Value(int index) => index switch
    {
        0 => Host,
        1 => PayloadHash,
        2 => Date,
        3 => RegionSet,
        _ => SessionToken,
    };
}
