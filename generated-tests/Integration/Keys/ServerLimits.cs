using S3Gen.Integration.Servers;

namespace S3Gen.Integration.Keys;

/// <summary>Which characters of keys a server cannot take, whoever asks it to.</summary>
internal static class ServerLimits
{
    /// <summary>The key without the characters that the server cannot take.</summary>
    public static string Keep(string server, string key) =>
        server == ServerNames.Moto ? string.Concat(key.Where(static c => !IsSignedDifferentlyByMoto(c) && !IsNoKeyForMoto(c))) : key;

    /// <summary>moto signs the path that its HTTP framework has decoded, and encodes it again by the rules of URIs instead of S3's: botocore fails as well.</summary>
    private static bool IsSignedDifferentlyByMoto(char c) => c > '~' || "!\"$%&'()*+,:;<=>@[\\]^`{|}".Contains(c, StringComparison.Ordinal);

    /// <summary>moto's routes end at a line feed: 404.</summary>
    private static bool IsNoKeyForMoto(char c) => c == '\n';
}
