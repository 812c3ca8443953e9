using System.Buffers;
using S3Gen.Runtime.Text;

namespace S3Gen.Runtime.Signing;

/// <summary>The headers that a signature covers, in canonical order: the request's own, and those that signing adds.</summary>
internal ref struct SignedHeaders
{
    private readonly ReadOnlySpan<(string Name, string Value)> _given;
    private readonly AddedHeaders _added;
    private Span<int> _order;
    private int[]? _rented;
    private int _count;

    /// <param name="given">The request's headers.</param>
    /// <param name="added">Headers to be added unless they are given.</param>
    /// <param name="order">Room for indices; when it is too small for all headers, an array is rented.</param>
    internal SignedHeaders(ReadOnlySpan<(string Name, string Value)> given, AddedHeaders added, Span<int> order)
    {
        _given = given;
        _added = added;
        int size = given.Length + AddedHeaders.Count;
        _order = order.Length >= size ? order : _rented = ArrayPool<int>.Shared.Rent(size);
        for (int i = 0; i < given.Length; i++)
        {
            if (SignedHeaderRules.IsSigned(given[i].Name))
            {
                Insert(i);
            }
        }

        for (int i = 0; i < AddedHeaders.Count; i++)
        {
            if (!added.Value(i).IsEmpty)
            {
                Insert(given.Length + i);
            }
        }
    }

    /// <summary>Writes <c>name:value\n</c> for each name; values of equal names are joined with commas.</summary>
    internal static void WriteHeaders(scoped SignedHeaders headers, ref Utf8Buffer buffer)
    {
        for (int i = 0; i < headers._count; i++)
        {
            if (i > 0 && SignedHeaderRules.Compare(headers.Name(i), headers.Name(i - 1)) == 0)
            {
                buffer.Truncate(buffer.Length - 1);
                buffer.Append((byte)',');
            }
            else
            {
                buffer.AppendLower(headers.Name(i));
                buffer.Append((byte)':');
            }

            WriteFolded(headers.Value(i), ref buffer);
            buffer.Append((byte)'\n');
        }
    }

    /// <summary>Writes the names, each once, separated by semicolons.</summary>
    internal static void WriteNames(scoped SignedHeaders headers, ref Utf8Buffer buffer)
    {
        for (int i = 0; i < headers._count; i++)
        {
            if (i > 0)
            {
                if (SignedHeaderRules.Compare(headers.Name(i), headers.Name(i - 1)) == 0)
                {
                    continue;
                }

                buffer.Append((byte)';');
            }

            buffer.AppendLower(headers.Name(i));
        }
    }

    internal void Dispose()
    {
        if (_rented is not null)
        {
            ArrayPool<int>.Shared.Return(_rented);
        }

        this = default;
    }

    /// <summary>Inserts behind all names that are not greater; for sorted headers that is one comparison each.</summary>
    private void Insert(int index)
    {
        int at = _count;
        ReadOnlySpan<char> name = NameOf(index);
        while (at > 0)
        {
            int comparison = SignedHeaderRules.Compare(Name(at - 1), name);
            if (comparison == 0 && index >= _given.Length)
            {
                return;
            }

            if (comparison <= 0)
            {
                break;
            }

            at--;
        }

        _order[at.._count].CopyTo(_order[(at + 1)..]);
        _order[at] = index;
        _count++;
    }

    /// <summary>Writes a value without white space around it, and with one space for each white space inside.</summary>
    private static void WriteFolded(scoped ReadOnlySpan<char> value, ref Utf8Buffer buffer)
    {
        value = value.Trim(" \t");
        while (true)
        {
            int end = value.IndexOf("  ", StringComparison.Ordinal);
            int tab = value.IndexOf('\t');
            end = end < 0 || (tab >= 0 && tab < end) ? tab : end;
            if (end < 0)
            {
                buffer.Append(value);
                return;
            }

            buffer.Append(value[..end].TrimEnd(' '));
            buffer.Append((byte)' ');
            value = value[end..].TrimStart(" \t");
        }
    }

    private readonly ReadOnlySpan<char> Name(int position) => NameOf(_order[position]);

    private readonly ReadOnlySpan<char> NameOf(int index) =>
        index < _given.Length ? _given[index].Name : _added.Name(index - _given.Length);

    private readonly ReadOnlySpan<char> Value(int position)
    {
        int index = _order[position];
        return index < _given.Length ? _given[index].Value : _added.Value(index - _given.Length);
    }
}
