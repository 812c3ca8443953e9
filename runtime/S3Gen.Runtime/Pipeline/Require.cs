using System.Buffers;
using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using S3Gen.Runtime.Pipeline;

namespace S3Gen.Runtime.CodeGen;

/// <summary>
/// The rules that requests are held to before anything is sent. Each violation is an <see cref="ArgumentException"/> for the
/// parameter <c>request</c> whose message begins with the member, e.g. <c>GetObjectRequest.Key</c>.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Require
{
    private const int MaxKeyBytes = 1024;
    private const int MaxBucketLength = 255;

    private static readonly SearchValues<char> BucketCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789.-_");

    /// <summary>A member that the model requires.</summary>
    /// <typeparam name="T">The member's type.</typeparam>
    /// <param name="value">Its value.</param>
    /// <param name="member">Its name for messages.</param>
    /// <returns>The value.</returns>
    /// <exception cref="ArgumentException">It is null.</exception>
    public static T NotNull<T>([NotNull] T? value, string member)
        where T : class
    {
        if (value is null)
        {
            Throw(member, "is required");
        }

        return value;
    }

    /// <inheritdoc cref="NotNull{T}(T, string)"/>
    public static T NotNull<T>([NotNull] T? value, string member)
        where T : struct
    {
        if (value is null)
        {
            Throw(member, "is required");
        }

        return value.Value;
    }

    /// <summary>A bucket's name or the ARN of an access point. Names of 1 to 255 letters, digits, dots, hyphens and underscores pass,
    /// since stores other than AWS, and old buckets, have names that new buckets of AWS may not have. An ARN is left to the endpoint rules,
    /// which take it apart and say which part of it is wrong.</summary>
    /// <param name="value">The name.</param>
    /// <param name="member">The member's name for messages.</param>
    /// <exception cref="ArgumentException">It cannot be the name of a bucket.</exception>
    public static void Bucket(string value, string member)
    {
        Label(value, member);
        if (RuleArn.IsMeantByBucket(value))
        {
            return;
        }

        if (value.Length > MaxBucketLength || value is "." or ".." || value.AsSpan().ContainsAnyExcept(BucketCharacters))
        {
            Throw(member, $"'{value}' is not a bucket's name: 1 to {MaxBucketLength} letters, digits, '.', '-' and '_', or an ARN");
        }
    }

    /// <summary>The key of an object: 1 to 1,024 bytes of UTF-8.</summary>
    /// <param name="value">The key.</param>
    /// <param name="member">The member's name for messages.</param>
    /// <exception cref="ArgumentException">It is null, empty or too long.</exception>
    public static void ObjectKey(string value, string member)
    {
        Label(value, member);
        if (value.Length > MaxKeyBytes / 3 && Encoding.UTF8.GetByteCount(value) > MaxKeyBytes)
        {
            Throw(member, $"is longer than {MaxKeyBytes} bytes of UTF-8");
        }
    }

    /// <summary>A member that is part of the path, and must not be empty.</summary>
    /// <param name="value">Its value.</param>
    /// <param name="member">Its name for messages.</param>
    /// <exception cref="ArgumentException">It is null or empty.</exception>
    public static void Label([NotNull] string? value, string member)
    {
        if (string.IsNullOrEmpty(value))
        {
            Throw(member, value is null ? "is required" : "must not be empty");
        }
    }

    /// <summary>A number within bounds.</summary>
    /// <param name="value">The number; null passes.</param>
    /// <param name="min">The least allowed.</param>
    /// <param name="max">The greatest allowed.</param>
    /// <param name="member">The member's name for messages.</param>
    /// <exception cref="ArgumentException">It is out of bounds.</exception>
    public static void Range(long? value, long min, long max, string member)
    {
        if (value < min || value > max)
        {
            Throw(member, string.Create(CultureInfo.InvariantCulture, $"is {value}, which is not within {min} and {max}"));
        }
    }

    /// <summary>A string whose length, in Unicode characters, is within bounds.</summary>
    /// <param name="value">The string; null passes.</param>
    /// <param name="min">The least length.</param>
    /// <param name="max">The greatest length.</param>
    /// <param name="member">The member's name for messages.</param>
    /// <exception cref="ArgumentException">It is too short or too long.</exception>
    public static void Length(string? value, int min, int max, string member)
    {
        if (value is null || (value.Length >= min * 2L && value.Length <= max))
        {
            return;
        }

        int length = 0;
        foreach (Rune rune in value.EnumerateRunes())
        {
            length++;
        }

        if (length < min || length > max)
        {
            Throw(member, string.Create(CultureInfo.InvariantCulture, $"has {length} characters, which is not within {min} and {max}"));
        }
    }

    /// <summary>A range of bytes, <c>bytes=first-last</c>, <c>bytes=first-</c> or <c>bytes=-suffix</c>; other units pass.</summary>
    /// <param name="value">The header's value; null passes.</param>
    /// <param name="member">The member's name for messages.</param>
    /// <exception cref="ArgumentException">It is no range, or ends before it begins.</exception>
    /// <seealso href="https://www.rfc-editor.org/rfc/rfc9110#section-14.1.2"/>
    public static void ByteRange(string? value, string member)
    {
        const string Unit = "bytes=";
        if (value is null || !value.StartsWith(Unit, StringComparison.Ordinal))
        {
            return;
        }

        ReadOnlySpan<char> range = value.AsSpan(Unit.Length);
        int dash = range.IndexOf('-');
        if (dash < 0 || !TryParseOptional(range[..dash], out long? first) || !TryParseOptional(range[(dash + 1)..], out long? last)
            || (first is null && last is null) || first > last)
        {
            Throw(member, $"'{value}' is not a range of bytes: bytes=first-last with first not after last, bytes=first- or bytes=-suffix");
        }
    }

    /// <summary>A key that the caller provides for encryption by the service: base64 of 32 bytes. The message does not show it.</summary>
    /// <param name="value">The key; null passes.</param>
    /// <param name="member">The member's name for messages.</param>
    /// <exception cref="ArgumentException">It is no key.</exception>
    public static void CustomerKey(string? value, string member)
    {
        Span<byte> key = stackalloc byte[CodeGen.CustomerKey.Size];
        bool isKey = value is null || CodeGen.CustomerKey.TryDecode(value, key);
        CryptographicOperations.ZeroMemory(key);
        if (!isKey)
        {
            Throw(member, "is not base64 of 32 bytes; encode the key's bytes with Convert.ToBase64String");
        }
    }

    /// <summary>A member that is part of the host name: 1 to 63 letters, digits and hyphens, no hyphen at either end.</summary>
    /// <param name="value">Its value.</param>
    /// <param name="member">Its name for messages.</param>
    /// <returns>The value.</returns>
    /// <exception cref="ArgumentException">It is not a label of a host name.</exception>
    public static string HostLabel(string value, string member)
    {
        Label(value, member);
        bool isValid = value.Length <= 63 && value[0] != '-' && value[^1] != '-';
        for (int i = 0; isValid && i < value.Length; i++)
        {
            isValid = char.IsAsciiLetterOrDigit(value[i]) || value[i] == '-';
        }

        if (!isValid)
        {
            Throw(member, $"'{value}' is not a label of a host name: 1 to 63 letters, digits and hyphens, no hyphen at either end");
        }

        return value;
    }

    private static bool TryParseOptional(ReadOnlySpan<char> text, out long? number)
    {
        number = null;
        if (text.IsEmpty)
        {
            return true;
        }

        bool isNumber = long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long parsed);
        number = parsed;
        return isNumber;
    }

    [DoesNotReturn]
    private static void Throw(string member, string rule) => throw InvalidRequest.Because($"{member} {rule}.");
}
