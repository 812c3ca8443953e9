namespace S3Gen.Runtime.Signing;

/// <summary>What the schemes call their algorithm, and where they put a session's token.</summary>
internal static class SigningSchemeNames
{
    private const string SecurityToken = "x-amz-security-token";
    private const string SessionToken = "x-amz-s3session-token";

    extension(SigningScheme scheme)
    {
        /// <summary>The first word of the <c>Authorization</c> header, and the value of <c>X-Amz-Algorithm</c>.</summary>
        internal string Algorithm => scheme == SigningScheme.SigV4a ? "AWS4-ECDSA-P256-SHA256" : "AWS4-HMAC-SHA256";

        /// <summary>The header that carries the token of temporary credentials.</summary>
        internal string TokenHeader => scheme == SigningScheme.SigV4S3Express ? SessionToken : SecurityToken;

        /// <summary>The query parameter that carries it in a presigned URL.</summary>
        internal string TokenParameter => scheme == SigningScheme.SigV4S3Express ? "X-Amz-S3session-Token" : "X-Amz-Security-Token";
    }
}
