using System.ComponentModel;
using S3Gen.Runtime.CodeGen;

namespace S3Gen.Testing.CodeGen;

/// <summary>A response as generated marshallers see it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class ServerResponse
{
    /// <summary>The status, from 200 to 599.</summary>
    public abstract int Status { get; set; }

    /// <summary>Sets a header.</summary>
    /// <param name="name">The header's name.</param>
    /// <param name="value">Its value.</param>
    public abstract void SetHeader(string name, string value);

    /// <summary>Sets headers whose names share a prefix.</summary>
    /// <param name="prefix">The prefix.</param>
    /// <param name="values">Values by the rest of the name; null sets none.</param>
    public void SetPrefixHeaders(string prefix, IReadOnlyDictionary<string, string>? values)
    {
        foreach ((string suffix, string value) in values ?? new Dictionary<string, string>())
        {
            SetHeader(prefix + suffix, value);
        }
    }

    /// <summary>Begins an XML body.</summary>
    /// <returns>A writer for the document's root.</returns>
    public abstract Utf8XmlWriter BeginXml();

    /// <summary>Sets a body as it is.</summary>
    /// <param name="body">The bytes.</param>
    public abstract void SetBody(ReadOnlyMemory<byte> body);
}
