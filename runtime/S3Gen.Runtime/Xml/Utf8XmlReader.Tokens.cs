using System.Runtime.CompilerServices;

namespace S3Gen.Runtime.CodeGen;

public ref partial struct Utf8XmlReader
{
    private const int TokenSlots = 8;
    private const int MaxTokenLength = 80;

    /// <summary>
    /// Reads text that is likely to repeat within the document, such as a storage class or an owner's id: equal values share one
    /// string. For all else it does what <see cref="ReadString"/> does.
    /// </summary>
    public string ReadToken()
    {
        int start = _position;
        ReadOnlySpan<byte> content = ReadContent(out bool isPlain);
        if (!isPlain)
        {
            return XmlText.Decode(content, isAttribute: false, start);
        }

        if (content.Length is 0 or > MaxTokenLength)
        {
            return XmlText.Widen(content);
        }

        ref Token slot = ref _tokens[(content.Length + content[0]) % TokenSlots];
        if (slot.Value is null || !content.SequenceEqual(_xml.Slice(slot.Start, slot.Value.Length)))
        {
            slot = new Token { Start = start, Value = XmlText.Widen(content) };
        }

        return slot.Value;
    }

    /// <summary>A plain value met before: its string, and where its bytes stand.</summary>
    private struct Token
    {
        internal int Start;
        internal string? Value;
    }

    [InlineArray(TokenSlots)]
    private struct TokenCache
    {
        private Token _first;
    }
}
