using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using S3Gen.Testing.Errors;
using S3Gen.Testing.Server;

namespace S3Gen.Testing.Forms;

/// <summary>
/// A browser's upload: fields of a form, then the file. What comes behind the file does not count.
/// See <see href="https://docs.aws.amazon.com/AmazonS3/latest/API/RESTObjectPOST.html"/>.
/// </summary>
internal sealed class PostForm
{
    private const int MaxFields = 20 * 1024;

    private readonly Dictionary<string, string> _fields = new(StringComparer.OrdinalIgnoreCase);

    private PostForm(Stream file, string fileName)
    {
        File = file;
        FileName = fileName;
    }

    internal IReadOnlyDictionary<string, string> Fields => _fields;

    /// <summary>The bytes of the file, to be read once.</summary>
    internal Stream File { get; }

    internal string FileName { get; }

    internal string Key => Field("key").Replace("${filename}", FileName, StringComparison.Ordinal);

    internal static bool IsOne(HttpRequest request, ResourceAddress address) =>
        address.Level == ResourceLevel.Bucket && HttpMethods.IsPost(request.Method)
        && (request.ContentType?.StartsWith("multipart/form-data", StringComparison.OrdinalIgnoreCase) ?? false);

    /// <summary>Reads the fields up to the file.</summary>
    internal static async Task<PostForm> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        string boundary = MediaTypeHeaderValue.TryParse(request.ContentType, out MediaTypeHeaderValue? type)
            ? HeaderUtilities.RemoveQuotes(type.Boundary).ToString()
            : "";
        if (boundary.Length == 0)
        {
            throw Malformed();
        }
        MultipartReader reader = new(boundary, request.Body);
        Dictionary<string, string> fields = new(StringComparer.OrdinalIgnoreCase);
        int size = 0;
        while (await NextAsync(reader, cancellationToken).ConfigureAwait(false) is { } section)
        {
            if (!ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out ContentDispositionHeaderValue? disposition))
            {
                throw Malformed();
            }
            string name = HeaderUtilities.RemoveQuotes(disposition.Name).ToString();
            if (name.Equals("file", StringComparison.OrdinalIgnoreCase))
            {
                return Create(fields, section.Body, FileNameOf(disposition));
            }
            using StreamReader text = new(section.Body, Encoding.UTF8);
            fields[name] = await text.ReadToEndAsync(cancellationToken).ConfigureAwait(false);
            size += name.Length + fields[name].Length;
            if (size > MaxFields)
            {
                throw new S3Fault(400, "MaxPostPreDataLengthExceeded", "Your POST request fields preceding the upload file were too large.");
            }
        }
        throw Faults.InvalidArgument("POST requires exactly one file upload per request.", "file", "0");
    }

    internal string Field(string name) => _fields.TryGetValue(name, out string? value)
        ? value
        : throw Faults.InvalidArgument($"Bucket POST must contain a field named '{name}'.  If it is specified, please check the order of the fields.", name, "");

    internal string? Optional(string name) => _fields.GetValueOrDefault(name);

    private static PostForm Create(Dictionary<string, string> fields, Stream file, string fileName)
    {
        PostForm form = new(file, fileName);
        foreach ((string name, string value) in fields)
        {
            form._fields[name] = value;
        }
        return form;
    }

    private static async Task<MultipartSection?> NextAsync(MultipartReader reader, CancellationToken cancellationToken)
    {
        try
        {
            return await reader.ReadNextSectionAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (InvalidDataException)
        {
            throw Malformed();
        }
        catch (IOException)
        {
            throw Malformed();
        }
    }

    /// <summary>Browsers of old sent whole paths.</summary>
    private static string FileNameOf(ContentDispositionHeaderValue disposition)
    {
        string name = HeaderUtilities.RemoveQuotes(disposition.FileNameStar.HasValue ? disposition.FileNameStar : disposition.FileName).ToString();
        return name[(name.LastIndexOfAny(['/', '\\']) + 1)..];
    }

    private static S3Fault Malformed() =>
        new(400, "MalformedPOSTRequest", "The body of your POST request is not well-formed multipart/form-data.");
}
