using S3Gen.Runtime.CodeGen;

namespace S3Gen.Runtime.Errors;

/// <summary>What the client itself wants to know from an error document. An empty element counts as absent, but for the message.</summary>
internal ref struct ErrorDocument
{
    internal string? Code;
    internal string? Message;
    internal string? RequestId;
    internal string? HostId;
    internal string? Region;

    /// <exception cref="ResponseFormatException">It is malformed, or no error document.</exception>
    internal static ErrorDocument Read(ReadOnlySpan<byte> xml, bool isWrapped)
    {
        ErrorDocument document = default;
        Utf8XmlReader reader = new(xml);
        if (isWrapped)
        {
            reader.ReadRoot("ErrorResponse"u8);
            document.ReadWrapper(ref reader);
        }
        else
        {
            reader.ReadRoot("Error"u8);
            document.ReadError(ref reader);
        }

        reader.ReadEnd();
        return document;
    }

    /// <summary>Opens the element that holds the members of an error, wrapped or not; without a document, one without members.</summary>
    /// <exception cref="ResponseFormatException">The document is malformed.</exception>
    internal static Utf8XmlReader Open(ReadOnlySpan<byte> xml)
    {
        Utf8XmlReader reader = new(xml.IsEmpty ? "<Error/>"u8 : xml);
        if (reader.TryReadRoot(out ReadOnlySpan<byte> root) && root.SequenceEqual("ErrorResponse"u8))
        {
            while (reader.TryReadChild(out ReadOnlySpan<byte> name) && !name.SequenceEqual("Error"u8))
            {
                reader.Skip();
            }
        }

        return reader;
    }

    private static string? ReadNonEmpty(ref Utf8XmlReader reader) => reader.ReadString() is { Length: > 0 } value ? value : null;

    private void ReadWrapper(ref Utf8XmlReader reader)
    {
        while (reader.TryReadChild(out ReadOnlySpan<byte> name))
        {
            if (name.SequenceEqual("Error"u8))
            {
                ReadError(ref reader);
            }
            else if (name.SequenceEqual("RequestId"u8))
            {
                RequestId = ReadNonEmpty(ref reader);
            }
            else
            {
                reader.Skip();
            }
        }
    }

    private void ReadError(ref Utf8XmlReader reader)
    {
        while (reader.TryReadChild(out ReadOnlySpan<byte> name))
        {
            if (name.SequenceEqual("Code"u8))
            {
                Code = ReadNonEmpty(ref reader);
            }
            else if (name.SequenceEqual("Message"u8))
            {
                Message = reader.ReadString();
            }
            else if (name.SequenceEqual("RequestId"u8))
            {
                RequestId = ReadNonEmpty(ref reader);
            }
            else if (name.SequenceEqual("HostId"u8))
            {
                HostId = ReadNonEmpty(ref reader);
            }
            else if (name.SequenceEqual("Region"u8))
            {
                Region = ReadNonEmpty(ref reader);
            }
            else
            {
                reader.Skip();
            }
        }
    }
}
