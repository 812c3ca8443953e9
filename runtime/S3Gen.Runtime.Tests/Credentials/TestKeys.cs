using System.Globalization;

namespace S3Gen.Runtime.Tests.CredentialSources;

/// <summary>Documents with keys, as services give them, and keys as text.</summary>
internal static class TestKeys
{
    public static string Json(string id = "AKIDTEMP", DateTimeOffset? expiration = null) =>
        $$"""{"Code":"Success","AccessKeyId":"{{id}}","SecretAccessKey":"SK\/+=","Token":"TOKEN","Expiration":"{{Format(expiration ?? Distant)}}"}""";

    public static string Sts(string action, string id = "AKIDROLE") =>
        $"""
        <{action}Response xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><{action}Result>
          <AssumedRoleUser><Arn>arn:aws:sts::1:assumed-role/r/s</Arn><AssumedRoleId>A:s</AssumedRoleId></AssumedRoleUser>
          <Credentials><AccessKeyId>{id}</AccessKeyId><SecretAccessKey>SK/+=</SecretAccessKey><SessionToken>TOKEN</SessionToken><Expiration>{Format(Distant)}</Expiration></Credentials>
        </{action}Result><ResponseMetadata><RequestId>R</RequestId></ResponseMetadata></{action}Response>
        """;

    public static DateTimeOffset Distant { get; } = new(2099, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>All of credentials in one line.</summary>
    public static string Text(this Credentials credentials) =>
        $"{credentials.AccessKeyId}|{credentials.SecretAccessKey.Reveal()}|{credentials.SessionToken?.Reveal()}|{(credentials.Expiration is { } end ? Format(end) : null)}";

    private static string Format(DateTimeOffset time) => time.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
}
