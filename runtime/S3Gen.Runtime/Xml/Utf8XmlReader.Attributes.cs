namespace S3Gen.Runtime.CodeGen;

public ref partial struct Utf8XmlReader
{
    /// <summary>Looks for an attribute of the element just opened.</summary>
    /// <param name="name">Its qualified name or its local name.</param>
    /// <param name="value">Its value, references decoded.</param>
    /// <returns>Whether the element has it.</returns>
    public readonly bool TryGetAttribute(ReadOnlySpan<byte> name, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out string? value)
    {
        if (_attributesEnd == 0)
        {
            value = null;
            return false;
        }

        long element = _names[_depth - 1];
        int start = (int)(element >> 32) + (int)element;
        AttributeCursor cursor = new(_xml[start.._attributesEnd], start);
        while (cursor.TryRead())
        {
            if (cursor.Name.SequenceEqual(name) || cursor.Name[(cursor.Name.IndexOf((byte)':') + 1)..].SequenceEqual(name))
            {
                value = XmlText.Decode(cursor.Value, isAttribute: true, start);
                return true;
            }
        }

        value = null;
        return false;
    }

    /// <summary>Checks the attributes at the position, which ends up at the tag's '/' or '&gt;'.</summary>
    private void ReadAttributes()
    {
        AttributeCursor cursor = new(_xml[_position..], _position);
        while (cursor.TryRead())
        {
            if (XmlScan.PlainLength(cursor.Value) != cursor.Value.Length)
            {
                XmlText.Validate(cursor.Value, cursor.Position);
            }
        }

        _position = cursor.Position;
        if (_position == _xml.Length)
        {
            ResponseFormatException.ThrowXml("a truncated start tag", _position);
        }
    }

    /// <summary>Walks over <c>name="value"</c> pairs.</summary>
    private ref struct AttributeCursor(ReadOnlySpan<byte> text, int offset)
    {
        private readonly ReadOnlySpan<byte> _text = text;
        private int _index;

        internal ReadOnlySpan<byte> Name { get; private set; }

        internal ReadOnlySpan<byte> Value { get; private set; }

        internal readonly int Position => offset + _index;

        /// <summary>False at the end of the text or at a '/' or '&gt;'.</summary>
        internal bool TryRead()
        {
            int before = _index;
            SkipWhiteSpace();
            if (_index == _text.Length || _text[_index] is (byte)'>' or (byte)'/')
            {
                return false;
            }

            if (_index == before || !XmlCharacters.IsNameStart(_text[_index]))
            {
                ResponseFormatException.ThrowXml("a malformed attribute", Position);
            }

            ReadName();
            SkipWhiteSpace();
            if (_index == _text.Length || _text[_index] != '=')
            {
                ResponseFormatException.ThrowXml("an attribute without a value", Position);
            }

            _index++;
            SkipWhiteSpace();
            ReadValue();
            return true;
        }

        private void ReadName()
        {
            int start = _index;
            while (_index < _text.Length && (XmlCharacters.IsName(_text[_index]) || _text[_index] == ':'))
            {
                _index++;
            }

            Name = _text[start.._index];
            if (!XmlCharacters.AreValid(Name))
            {
                ResponseFormatException.ThrowXml("an invalid attribute name", Position);
            }
        }

        private void ReadValue()
        {
            ReadOnlySpan<byte> rest = _text[_index..];
            int length = rest is [(byte)'"' or (byte)'\'', ..] ? rest[1..].IndexOf(rest[0]) : -1;
            if (length < 0 || rest.Slice(1, length).Contains((byte)'<'))
            {
                ResponseFormatException.ThrowXml("an attribute value without quotes or with '<'", Position);
            }

            Value = rest.Slice(1, length);
            _index += length + 2;
        }

        private void SkipWhiteSpace()
        {
            while (_index < _text.Length && XmlCharacters.IsWhiteSpace(_text[_index]))
            {
                _index++;
            }
        }
    }
}
