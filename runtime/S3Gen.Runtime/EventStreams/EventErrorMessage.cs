namespace S3Gen.Runtime.CodeGen;

/// <summary>Finds the text in an exception's payload, which is XML with a <c>Message</c> or nothing that can be relied on.</summary>
internal static class EventErrorMessage
{
    internal static string? Read(ReadOnlySpan<byte> payload)
    {
        try
        {
            Utf8XmlReader reader = new(payload);
            if (!reader.TryReadRoot(out _))
            {
                return null;
            }

            while (reader.TryReadChild(out ReadOnlySpan<byte> name))
            {
                if (System.Text.Ascii.EqualsIgnoreCase(name, "message"u8))
                {
                    return reader.ReadString();
                }

                reader.Skip();
            }
        }
        catch (ResponseFormatException)
        {
            // The exception itself is what matters; its type stands in a header.
        }

        return null;
    }
}
