using System.Runtime.CompilerServices;

namespace S3Gen.Runtime.CodeGen;

public ref partial struct Utf8XmlReader
{
    /// <summary>Moves over text to the next '&lt;' inside an element.</summary>
    /// <returns>The byte after that '&lt;'.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private byte FindMarkup()
    {
        if (_depth == 0)
        {
            ThrowNothingOpen();
        }

        ReadOnlySpan<byte> rest = _xml[_position..];
        if (rest.Length < 2 || rest[0] != '<')
        {
            rest = SkipText(rest);
        }

        return rest[1];
    }

    private ReadOnlySpan<byte> SkipText(ReadOnlySpan<byte> rest)
    {
        int length = XmlScan.PlainLength(rest);
        if (length < rest.Length && rest[length] != '<')
        {
            int end = rest.IndexOf((byte)'<');
            length = end < 0 ? rest.Length : end;
            XmlText.Validate(rest[..length], _position);
        }

        if (length + 1 >= rest.Length)
        {
            ResponseFormatException.ThrowXml("the document is cut short", _xml.Length);
        }

        _position += length;
        return rest[length..];
    }

    /// <summary>Skips a comment, a processing instruction or a CDATA section inside an element.</summary>
    private void SkipMarkup(byte next)
    {
        if (next == '?')
        {
            SkipProcessingInstruction();
        }
        else if (_xml[_position..].StartsWith("<![CDATA["u8))
        {
            SkipPast("<![CDATA["u8, "]]>"u8, "an unterminated CDATA section");
        }
        else
        {
            SkipComment();
        }
    }

    private void SkipComment()
    {
        if (!_xml[_position..].StartsWith("<!--"u8))
        {
            ResponseFormatException.ThrowXml("a document type declaration or unknown markup", _position);
        }

        SkipPast("<!--"u8, "-->"u8, "an unterminated comment");
    }

    private void SkipProcessingInstruction()
    {
        ReadOnlySpan<byte> target = ReadQualifiedName(_position + 2);
        if (target.Length == 3 && System.Text.Ascii.EqualsIgnoreCase(target, "xml"u8))
        {
            ResponseFormatException.ThrowXml("an XML declaration that is not at the start", _position);
        }

        if (!XmlCharacters.IsWhiteSpace(_xml[_position]) && !_xml[_position..].StartsWith("?>"u8))
        {
            ResponseFormatException.ThrowXml("a malformed processing instruction", _position);
        }

        SkipPast(default, "?>"u8, "an unterminated processing instruction");
    }

    private void SkipPast(ReadOnlySpan<byte> opening, ReadOnlySpan<byte> closing, string fault)
    {
        ReadOnlySpan<byte> rest = _xml[(_position + opening.Length)..];
        int length = rest.IndexOf(closing);
        if (length < 0 || !XmlCharacters.AreValid(rest[..length]))
        {
            ResponseFormatException.ThrowXml(fault, _position);
        }

        _position += opening.Length + length + closing.Length;
    }

    /// <summary>Skips <c>&lt;?xml … ?&gt;</c>. Its encoding is not looked at: what is not UTF-8 is found where it stands.</summary>
    private void SkipDeclaration()
    {
        ReadOnlySpan<byte> rest = _xml[_position..];
        if (rest.StartsWith("<?xml"u8) && rest.Length > 5 && XmlCharacters.IsWhiteSpace(rest[5]))
        {
            SkipPast("<?xml"u8, "?>"u8, "an unterminated XML declaration");
        }
    }

    /// <summary>Skips what may stand before and after the root; stops at a start tag or at the end.</summary>
    private void SkipMisc()
    {
        while (true)
        {
            SkipWhiteSpace();
            if (_position == _xml.Length)
            {
                return;
            }

            ReadOnlySpan<byte> rest = _xml[_position..];
            switch (rest)
            {
                case [(byte)'<', (byte)'?', ..]:
                    SkipProcessingInstruction();
                    break;
                case [(byte)'<', (byte)'!', ..]:
                    SkipComment();
                    break;
                case [(byte)'<', ..]:
                    return;
                default:
                    ResponseFormatException.ThrowXml("text outside the root element", _position);
                    return;
            }
        }
    }

    private void SkipWhiteSpace()
    {
        while (_position < _xml.Length && XmlCharacters.IsWhiteSpace(_xml[_position]))
        {
            _position++;
        }
    }

    private readonly byte Peek()
    {
        if (_position == _xml.Length)
        {
            ResponseFormatException.ThrowXml("the document is cut short", _position);
        }

        return _xml[_position];
    }
}
