namespace S3Gen.Runtime.Signing;

/// <summary>Values of the headers that signing adds to those of a request; an empty value adds nothing.</summary>
internal ref struct AddedHeaders
{
    internal const int Count = 4;

    internal ReadOnlySpan<char> Host;
    internal ReadOnlySpan<char> PayloadHash;
    internal ReadOnlySpan<char> Date;
    internal ReadOnlySpan<char> SecurityToken;

    internal static ReadOnlySpan<char> Name(int index) => index switch
    {
        0 => "host",
        1 => "x-amz-content-sha256",
        2 => "x-amz-date",
        _ => "x-amz-security-token",
    };

    internal readonly ReadOnlySpan<char> Value(int index) => index switch
    {
        0 => Host,
        1 => PayloadHash,
        2 => Date,
        _ => SecurityToken,
    };
}
