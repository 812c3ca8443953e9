using System.CommandLine;
using S3Gen;

namespace S3Cli.Options;

/// <summary>What is kept with the objects that a command writes.</summary>
internal sealed class ObjectOptions
{
    private readonly Option<string?> _acl = Text("--acl", "ACL", "Canned access control list, e.g. private, public-read.");
    private readonly Option<string?> _storageClass = Text("--storage-class", "CLASS", "Storage class, e.g. STANDARD_IA.");
    private readonly Option<string?> _encryption = Text("--sse", "ALGORITHM", "How S3 encrypts: AES256 (which --sse alone means) or aws:kms.");
    private readonly Option<string?> _kmsKey = Text("--sse-kms-key-id", "ID", "The key of KMS.");
    private readonly Option<string?> _contentType = Text("--content-type", "TYPE", "MIME type. Default: by the extension.");
    private readonly Option<string?> _contentEncoding = Text("--content-encoding", "ENCODING", "How the content is encoded, e.g. gzip.");
    private readonly Option<string?> _contentDisposition = Text("--content-disposition", "TEXT", "How it is presented, e.g. attachment.");
    private readonly Option<string?> _contentLanguage = Text("--content-language", "LANGUAGE", "The content's language.");
    private readonly Option<string?> _cacheControl = Text("--cache-control", "TEXT", "How caches may treat it.");
    private readonly Option<string?> _expires = Text("--expires", "DATE", "Until when caches may keep it.");
    private readonly Option<string?> _redirect = Text("--website-redirect", "TARGET", "Where a website sends those who ask for it.");
    private readonly Option<string?> _checksum = Text("--checksum-algorithm", "NAME", "Checksum that S3 verifies and keeps, e.g. CRC64NVME, SHA256.");
    private readonly Option<Dictionary<string, string>?> _metadata = Parsed.Option<Dictionary<string, string>?>(
        "--metadata", "NAME=VALUE,…", "Metadata, e.g. author=me,project=x.", ParseMetadata);

    public ObjectOptions() => _encryption.Arity = ArgumentArity.ZeroOrOne;

    public void AddTo(Command command)
    {
        Option[] all =
        [
            _acl, _storageClass, _encryption, _kmsKey, _contentType, _contentEncoding, _contentDisposition, _contentLanguage, _cacheControl,
            _expires, _metadata, _redirect, _checksum,
        ];
        foreach (Option option in all)
        {
            command.Add(option);
        }
    }

    public ObjectSettings Read(ParseResult arguments) => new()
    {
        ACL = Optional(arguments.GetValue(_acl), ObjectCannedACL.FromString),
        StorageClass = Optional(arguments.GetValue(_storageClass), StorageClass.FromString),
        ServerSideEncryption = ReadEncryption(arguments),
        SSEKMSKeyId = arguments.GetValue(_kmsKey),
        ContentType = arguments.GetValue(_contentType),
        ContentEncoding = arguments.GetValue(_contentEncoding),
        ContentDisposition = arguments.GetValue(_contentDisposition),
        ContentLanguage = arguments.GetValue(_contentLanguage),
        CacheControl = arguments.GetValue(_cacheControl),
        Expires = arguments.GetValue(_expires),
        WebsiteRedirectLocation = arguments.GetValue(_redirect),
        ChecksumAlgorithm = Optional(arguments.GetValue(_checksum)?.ToUpperInvariant(), ChecksumAlgorithm.FromString),
        Metadata = arguments.GetValue(_metadata),
    };

    /// <summary>The option alone, without a value, means what S3 does by itself.</summary>
    private ServerSideEncryption? ReadEncryption(ParseResult arguments) =>
        Optional(arguments.GetResult(_encryption) is null ? null : arguments.GetValue(_encryption) ?? ServerSideEncryption.Aes256.Value, ServerSideEncryption.FromString);

    private static T? Optional<T>(string? text, Func<string, T> make)
        where T : struct => text is null ? null : make(text);

    private static Option<string?> Text(string name, string value, string description) => new(name) { HelpName = value, Description = description };

    private static Dictionary<string, string> ParseMetadata(string text)
    {
        Dictionary<string, string> metadata = [];
        foreach (string pair in text.Split(','))
        {
            int equals = pair.IndexOf('=');
            if (equals < 1)
            {
                throw new FormatException($"'{pair}' is no metadata: write NAME=VALUE,NAME=VALUE");
            }

            metadata[pair[..equals]] = pair[(equals + 1)..];
        }

        return metadata;
    }
}
