using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Text.Unicode;

namespace S3Gen.Runtime.CodeGen;

public ref partial struct Utf8XmlReader
{
    /// <summary>Reads the start tag at the position and opens its element.</summary>
    private ReadOnlySpan<byte> ReadStartTag()
    {
        int start = _position + 1;
        ReadOnlySpan<byte> rest = _xml[start..];
        int length = XmlScan.NameLength(rest);
        if (length > 0 && length < rest.Length && rest[length] == '>' && XmlCharacters.IsNameStart(rest[0]))
        {
            Push(start, length);
            _attributesEnd = 0;
            _position = start + length + 1;
            return rest[..length];
        }

        return ReadFullStartTag(start);
    }

    /// <summary>The general case: prefixes, names beyond ASCII, attributes, white space, self-closing.</summary>
    private ReadOnlySpan<byte> ReadFullStartTag(int start)
    {
        ReadOnlySpan<byte> name = ReadQualifiedName(start);
        Push(start, name.Length);
        ReadAttributes();
        _attributesEnd = _position;
        if (_xml[_position] == '/')
        {
            _position++;
            _isSelfClosed = true;
        }

        if (Peek() != '>')
        {
            ResponseFormatException.ThrowXml("a start tag without '>'", _position);
        }

        _position++;
        return name[(name.IndexOf((byte)':') + 1)..];
    }

    /// <summary>Reads a name that may have a prefix and leaves the position behind it.</summary>
    private ReadOnlySpan<byte> ReadQualifiedName(int start)
    {
        int end = ReadNamePart(start);
        if (end < _xml.Length && _xml[end] == ':')
        {
            end = ReadNamePart(end + 1);
        }

        ReadOnlySpan<byte> name = _xml[start..end];
        if (end == _xml.Length || !Utf8.IsValid(name))
        {
            ResponseFormatException.ThrowXml("an invalid or truncated name", start);
        }

        _position = end;
        return name;
    }

    private readonly int ReadNamePart(int start)
    {
        if (start >= _xml.Length || !XmlCharacters.IsNameStart(_xml[start]))
        {
            ResponseFormatException.ThrowXml("an invalid name", start);
        }

        int end = start + 1;
        while (end < _xml.Length && XmlCharacters.IsName(_xml[end]))
        {
            end++;
        }

        return end;
    }

    /// <summary>Reads the end tag at the position, which must bear the name of the innermost open element, and closes that.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void ReadEndTag()
    {
        int depth = _depth - 1;
        int start = _position + 2;
        if ((uint)depth < MaxDepth && start <= _xml.Length - Vector128<byte>.Count)
        {
            // A start tag without attributes goes on with '>' as its end tag does: one comparison covers both.
            long entry = _names[depth];
            int length = (int)entry;
            ref byte xml = ref MemoryMarshal.GetReference(_xml);
            ref byte name = ref Unsafe.Add(ref xml, (int)(entry >> 32));
            if (Unsafe.Add(ref name, length) == '>' && XmlScan.EqualLength(ref name, ref Unsafe.Add(ref xml, start)) > length)
            {
                _position = start + length + 1;
                _depth = depth;
                _attributesEnd = 0;
                return;
            }
        }

        ReadFullEndTag();
    }

    /// <summary>The general case: long names, white space, an element that has attributes, the end of the document.</summary>
    private void ReadFullEndTag()
    {
        if (_depth == 0)
        {
            ThrowNothingOpen();
        }

        long entry = _names[_depth - 1];
        int length = (int)entry;
        ReadOnlySpan<byte> rest = _xml[(_position + 2)..];
        if (rest.Length <= length || !rest[..length].SequenceEqual(_xml.Slice((int)(entry >> 32), length)))
        {
            ResponseFormatException.ThrowXml("an end tag that matches no start tag", _position);
        }

        _position += length + 2;
        if (_xml[_position] != '>')
        {
            SkipWhiteSpace();
            if (Peek() != '>')
            {
                ResponseFormatException.ThrowXml("an end tag without '>'", _position);
            }
        }

        _position++;
        _depth--;
        _attributesEnd = 0;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Push(int start, int length)
    {
        if (_depth == MaxDepth)
        {
            ResponseFormatException.ThrowXml("more than 64 nested elements", start);
        }

        _names[_depth++] = ((long)start << 32) | (uint)length;
    }

    private void CloseSelfClosed()
    {
        _isSelfClosed = false;
        _depth--;
        _attributesEnd = 0;
    }

    private static void ThrowNothingOpen() => throw new InvalidOperationException("No element is open.");
}
