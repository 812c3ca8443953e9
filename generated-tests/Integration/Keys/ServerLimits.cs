using S3Gen.Integration.Servers;

namespace S3Gen.Integration.Keys;

/// <summary>Which keys the servers cannot take, whoever asks them to, each class with its reason.</summary>
internal static class ServerLimits
{
    public static bool Takes(string server, string key) => server switch
    {
        ServerNames.Moto => !IsSignedDifferentlyByMoto(key),
        _ => true,
    };

    /// <summary>moto signs the URL that its HTTP framework has decoded and encoded again, by other rules than those of S3.</summary>
    public static bool IsSignedDifferentlyByMoto(string key) =>
        key.Any(static c => c > '~' || c < ' ' || "+=;:@,&<>'\"*?#/[](){}\\|^`%!$".Contains(c, StringComparison.Ordinal));
}
