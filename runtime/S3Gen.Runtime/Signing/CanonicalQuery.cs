using System.Buffers;
using System.Globalization;
using S3Gen.Runtime.Text;

namespace S3Gen.Runtime.Signing;

/// <summary>Brings a query into canonical form: each name and value decoded and encoded anew, sorted by name, then value.</summary>
internal static class CanonicalQuery
{
    /// <summary>Writes the canonical form of a query.</summary>
    /// <param name="query">A query without '?'. What is encoded in it, and what is not, is all the same; '+' is a plus sign.</param>
    /// <param name="buffer">Where to.</param>
    internal static void Write(scoped ReadOnlySpan<char> query, ref Utf8Buffer buffer)
    {
        Parameter[] parameters = ArrayPool<Parameter>.Shared.Rent(query.Count('&') + 1);
        Utf8Buffer encoded = new(stackalloc byte[512]);
        try
        {
            int count = Encode(query, parameters, ref encoded);
            Sort(parameters.AsSpan(0, count), encoded.Written);
            for (int i = 0; i < count; i++)
            {
                if (i > 0)
                {
                    buffer.Append((byte)'&');
                }

                buffer.Append(parameters[i].Name(encoded.Written));
                buffer.Append((byte)'=');
                buffer.Append(parameters[i].Value(encoded.Written));
            }
        }
        finally
        {
            encoded.Dispose();
            ArrayPool<Parameter>.Shared.Return(parameters);
        }
    }

    private static int Encode(scoped ReadOnlySpan<char> query, Span<Parameter> parameters, ref Utf8Buffer encoded)
    {
        int count = 0;
        foreach (Range range in query.Split('&'))
        {
            ReadOnlySpan<char> piece = query[range];
            if (piece.IsEmpty)
            {
                continue;
            }

            int equals = piece.IndexOf('=');
            int start = encoded.Length;
            AppendRecoded(equals < 0 ? piece : piece[..equals], ref encoded);
            int middle = encoded.Length;
            AppendRecoded(equals < 0 ? default : piece[(equals + 1)..], ref encoded);
            parameters[count++] = new Parameter(start, middle, encoded.Length);
        }

        return count;
    }

    /// <summary>Undoes percent-encoding, if there is some, and encodes. A '%' that begins no escape is taken for itself.</summary>
    private static void AppendRecoded(scoped ReadOnlySpan<char> text, ref Utf8Buffer encoded)
    {
        if (!text.Contains('%'))
        {
            encoded.AppendEncoded(text, keepSlash: false);
            return;
        }

        Utf8Buffer decoded = new(stackalloc byte[256]);
        while (!text.IsEmpty)
        {
            int plain = text.IndexOf('%');
            plain = plain < 0 ? text.Length : plain;
            decoded.Append(text[..plain]);
            text = text[plain..];
            if (text.Length >= 3 && byte.TryParse(text[1..3], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out byte value))
            {
                decoded.Append(value);
                text = text[3..];
            }
            else if (!text.IsEmpty)
            {
                decoded.Append((byte)'%');
                text = text[1..];
            }
        }

        encoded.AppendEncoded(decoded.Written, keepSlash: false);
        decoded.Dispose();
    }

    /// <summary>Insertion sort: queries are short, and mostly sorted.</summary>
    private static void Sort(Span<Parameter> parameters, ReadOnlySpan<byte> text)
    {
        for (int i = 1; i < parameters.Length; i++)
        {
            Parameter parameter = parameters[i];
            int at = i;
            while (at > 0 && Compare(parameters[at - 1], parameter, text) > 0)
            {
                parameters[at] = parameters[at - 1];
                at--;
            }

            parameters[at] = parameter;
        }
    }

    private static int Compare(Parameter left, Parameter right, ReadOnlySpan<byte> text)
    {
        int names = left.Name(text).SequenceCompareTo(right.Name(text));
        return names != 0 ? names : left.Value(text).SequenceCompareTo(right.Value(text));
    }

    private readonly record struct Parameter(int Start, int Middle, int End)
    {
        internal ReadOnlySpan<byte> Name(ReadOnlySpan<byte> text) => text[Start..Middle];

        internal ReadOnlySpan<byte> Value(ReadOnlySpan<byte> text) => text[Middle..End];
    }
}
