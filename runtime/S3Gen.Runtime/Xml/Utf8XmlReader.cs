using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace S3Gen.Runtime.CodeGen;

/// <summary>
/// Reads a complete UTF-8 document forward, element by element, and allocates nothing but the strings that are asked for.
/// Documents are taken for hostile: there is no DTD, nothing expands, depth is bounded, end tags are compared with their start
/// tags, and whatever is malformed, cut short or not UTF-8 is a <see cref="ResponseFormatException"/>.
/// </summary>
/// <remarks>
/// An element is open from <see cref="ReadRoot"/> or <see cref="TryReadChild"/> until its value is read, it is skipped, or
/// <see cref="TryReadChild"/> has returned false for it. Names are local names: prefixes are dropped. Text between the child
/// elements of a structure is checked and ignored.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public ref partial struct Utf8XmlReader
{
    /// <summary>Most elements that may be open at once.</summary>
    public const int MaxDepth = 64;

    private readonly ReadOnlySpan<byte> _xml;
    private NameStack _names;
    private TokenCache _tokens;
    private int _depth;
    private int _position;
    private int _attributesEnd;
    private bool _isSelfClosed;

    /// <summary>Starts at the beginning of a document; a byte order mark is skipped.</summary>
    /// <param name="document">The whole document in UTF-8.</param>
    public Utf8XmlReader(ReadOnlySpan<byte> document)
    {
        _xml = document;
        _position = document is [0xEF, 0xBB, 0xBF, ..] ? 3 : 0;
    }

    /// <summary>Opens the root element.</summary>
    /// <param name="expectedLocalName">The local name it must have.</param>
    /// <exception cref="ResponseFormatException">The prolog is malformed, there is no root, or it has another name.</exception>
    public void ReadRoot(ReadOnlySpan<byte> expectedLocalName)
    {
        if (!TryReadRoot(out ReadOnlySpan<byte> localName) || !localName.SequenceEqual(expectedLocalName))
        {
            ThrowWrongRoot(expectedLocalName);
        }
    }

    /// <summary>Opens the root element, whatever its name.</summary>
    /// <param name="localName">Its local name.</param>
    /// <returns>False if the document is empty: nothing but white space, comments and processing instructions.</returns>
    /// <exception cref="ResponseFormatException">The prolog or the root's start tag is malformed.</exception>
    public bool TryReadRoot(out ReadOnlySpan<byte> localName)
    {
        // S3 keeps a connection alive with white space until it knows its answer, and some stores begin the document only after it.
        SkipWhiteSpace();
        SkipDeclaration();
        SkipMisc();
        if (_position == _xml.Length)
        {
            localName = default;
            return false;
        }

        localName = ReadStartTag();
        return true;
    }

    /// <summary>Opens the next child of the element that is open.</summary>
    /// <param name="localName">The child's local name.</param>
    /// <returns>False when the end tag of the open element has been read instead; its parent is open then.</returns>
    /// <exception cref="ResponseFormatException">What follows is malformed or cut short.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryReadChild(out ReadOnlySpan<byte> localName)
    {
        int start = _position + 1;
        if (!_isSelfClosed && (uint)(_depth - 1) < MaxDepth - 1 && start < _xml.Length - Vector128<byte>.Count)
        {
            ref byte name = ref Unsafe.Add(ref MemoryMarshal.GetReference(_xml), start);
            if (name == '/' && Unsafe.Add(ref name, -1) == '<')
            {
                ReadEndTag();
                localName = default;
                return false;
            }

            // What stands nearly everywhere: <Name>, of letters alone, with neither attributes nor a prefix.
            int length = XmlScan.LetterLength(ref name);
            if (length > 0 && Unsafe.Add(ref name, length) == '>' && Unsafe.Add(ref name, -1) == '<')
            {
                _names[_depth++] = ((long)start << 32) | (uint)length;
                _attributesEnd = 0;
                _position = start + length + 1;
                localName = MemoryMarshal.CreateReadOnlySpan(ref name, length);
                return true;
            }
        }

        return TryReadAnyChild(out localName);
    }

    private bool TryReadAnyChild(out ReadOnlySpan<byte> localName)
    {
        if (_isSelfClosed)
        {
            CloseSelfClosed();
            localName = default;
            return false;
        }

        while (true)
        {
            byte next = FindMarkup();
            if (next == '/')
            {
                ReadEndTag();
                localName = default;
                return false;
            }

            if (next is not ((byte)'!' or (byte)'?'))
            {
                localName = ReadStartTag();
                return true;
            }

            SkipMarkup(next);
        }
    }

    /// <summary>Skips the element just opened with all it holds, checking that it is well-formed.</summary>
    /// <exception cref="ResponseFormatException">It is malformed or cut short.</exception>
    public void Skip()
    {
        int parent = _depth - 1;
        while (_depth > parent)
        {
            TryReadChild(out _);
        }
    }

    /// <summary>Checks, after the root was read to its end, that only white space, comments and processing instructions follow.</summary>
    /// <exception cref="ResponseFormatException">Something else follows.</exception>
    /// <exception cref="InvalidOperationException">An element is open still.</exception>
    public void ReadEnd()
    {
        if (_depth != 0)
        {
            throw new InvalidOperationException("The root element is not read to its end.");
        }

        SkipMisc();
        if (_position != _xml.Length)
        {
            ResponseFormatException.ThrowXml("a second root element", _position);
        }
    }

    private static void ThrowWrongRoot(ReadOnlySpan<byte> expected) =>
        throw new ResponseFormatException(
            $"The XML document's root element is not <{System.Text.Encoding.UTF8.GetString(expected)}>.");

    /// <summary>Offset (upper half) and length (lower half) of the qualified name of each open element.</summary>
    [InlineArray(MaxDepth)]
    private struct NameStack
    {
        private long _first;
    }
}
