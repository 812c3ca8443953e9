using System.Globalization;
using S3Gen.Testing;

namespace S3Gen.TestServer;

/// <summary>Options of the program.</summary>
internal static class CommandLine
{
    public const string Usage = """
        usage: s3gen-test-server [--port N] [--access-key ID] [--secret-key SECRET] [--region NAME] [--directory FOLDER]
                                 [--tls CERTIFICATE.pem] [--no-auth]
          --port N               TCP port on 127.0.0.1; any free one without it
          --directory FOLDER     keeps buckets and objects in this folder; in memory without it
          --tls CERTIFICATE.pem  speaks TLS, and writes the certificate to trust into this file
          --no-auth              verifies no signatures
        """;

    /// <exception cref="ArgumentException">An option is unknown, or lacks its value.</exception>
    public static (S3TestServerOptions Options, string? CertificateFile) Parse(IReadOnlyList<string> args)
    {
        Dictionary<string, string> values = [];
        for (int i = 0; i < args.Count; i++)
        {
            string name = args[i];
            bool isFlag = name == "--no-auth";
            if (!isFlag && name is not ("--port" or "--access-key" or "--secret-key" or "--region" or "--directory" or "--tls"))
            {
                throw new ArgumentException($"There is no option '{name}'.");
            }
            values[name] = isFlag ? "" : ++i < args.Count ? args[i] : throw new ArgumentException($"Option {name} needs a value.");
        }
        S3TestServerOptions defaults = new();
        return (new S3TestServerOptions
        {
            Port = values.TryGetValue("--port", out string? port) ? ParsePort(port) : 0,
            AccessKeyId = values.GetValueOrDefault("--access-key", defaults.AccessKeyId),
            SecretAccessKey = values.GetValueOrDefault("--secret-key", defaults.SecretAccessKey),
            Region = values.GetValueOrDefault("--region", defaults.Region),
            Directory = values.GetValueOrDefault("--directory"),
            UseTls = values.ContainsKey("--tls"),
            VerifySignatures = !values.ContainsKey("--no-auth"),
        }, values.GetValueOrDefault("--tls"));
    }

    private static int ParsePort(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int port) && port <= ushort.MaxValue
        ? port
        : throw new ArgumentException($"'{text}' is no port; ports are from 0 to 65535.");
}
