using System.Globalization;
using S3Gen.Runtime.Http;
using S3Gen.Runtime.Pipeline;

namespace S3Gen.Runtime.CodeGen;

public sealed partial class RequestHead
{
    private const string ContentLengthName = "content-length";

    /// <summary>Adds a header unless its value is null; one of the same name is replaced. Content-Length sets the body's length.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="value">Its value.</param>
    /// <exception cref="ArgumentException">The value holds a control character or half a surrogate pair.</exception>
    public void AddHeader(string name, string? value)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (value is null)
        {
            return;
        }

        HeaderText.CheckValue(name, value);
        if (IsContentLength(name))
        {
            DeclaredLength = long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out long length)
                ? length
                : throw InvalidRequest.Because($"Content-Length '{value}' is not a number of bytes.");
            return;
        }

        _headers.Set(name, value);
    }

    /// <summary>Adds a key that the caller provides for encryption, unless it is null. The request is then sent over https alone.</summary>
    /// <param name="name">The header's name.</param>
    /// <param name="value">The key, checked by <see cref="Require.CustomerKey"/>.</param>
    /// <param name="member">The member's name for messages.</param>
    public void AddCustomerKey(string name, string? value, string member)
    {
        AddHeader(name, value);
        ConfidentialMember = value is null ? ConfidentialMember : member;
    }

    /// <inheritdoc cref="AddHeader(string, string?)"/>
    public void AddHeader(string name, int? value) => AddHeader(name, (long?)value);

    /// <inheritdoc cref="AddHeader(string, string?)"/>
    public void AddHeader(string name, long? value)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (value is not { } number)
        {
            return;
        }

        if (!IsContentLength(name))
        {
            _headers.Set(name, number.ToString(CultureInfo.InvariantCulture));
            return;
        }

        DeclaredLength = number >= 0 ? number : throw InvalidRequest.Because($"Content-Length {number} is negative.");
    }

    /// <inheritdoc cref="AddHeader(string, string?)"/>
    public void AddHeader(string name, bool? value)
    {
        if (value is { } truth)
        {
            _headers.Set(name, truth ? "true" : "false");
        }
    }

    /// <inheritdoc cref="AddHeader(string, string?)"/>
    public void AddHeader(string name, double? value) => AddHeader(name, value?.ToString(CultureInfo.InvariantCulture));

    /// <inheritdoc cref="AddHeader(string, string?)"/>
    public void AddHeader(string name, float? value) => AddHeader(name, value?.ToString(CultureInfo.InvariantCulture));

    /// <summary>Adds a timestamp unless it is null.</summary>
    /// <param name="name">The header's name.</param>
    /// <param name="value">The time.</param>
    /// <param name="format">Its form.</param>
    public void AddHeader(string name, DateTimeOffset? value, TimestampFormat format)
    {
        if (value is { } time)
        {
            _headers.Set(name, Timestamps.Format(time, format));
        }
    }

    /// <summary>Adds a list as one header, its values separated by ", ", unless it is null; an empty list is an empty header.</summary>
    /// <param name="name">The header's name.</param>
    /// <param name="values">The values; one that holds a comma or a quote is quoted.</param>
    /// <exception cref="ArgumentException">A value holds a control character or half a surrogate pair.</exception>
    public void AddHeaderList(string name, IReadOnlyList<string>? values)
    {
        if (values is null)
        {
            return;
        }

        string[] parts = new string[values.Count];
        for (int i = 0; i < parts.Length; i++)
        {
            parts[i] = HeaderText.QuoteListValue(values[i] ?? throw InvalidRequest.Because($"Value {i} of header '{name}' is null."));
        }

        AddHeader(name, string.Join(", ", parts));
    }

    /// <summary>Adds a list as one header, separated by ", ", unless it is null.</summary>
    /// <typeparam name="T">The type of its values.</typeparam>
    /// <param name="name">The header's name.</param>
    /// <param name="values">The values.</param>
    /// <param name="toText">Their form in the header; it is not quoted.</param>
    public void AddHeaderList<T>(string name, IReadOnlyList<T>? values, Func<T, string> toText)
    {
        ArgumentNullException.ThrowIfNull(toText);
        if (values is null)
        {
            return;
        }

        string[] parts = new string[values.Count];
        for (int i = 0; i < parts.Length; i++)
        {
            parts[i] = toText(values[i]);
        }

        AddHeader(name, string.Join(", ", parts));
    }

    /// <summary>Adds a list of timestamps as one header, separated by ", " and never quoted, unless it is null.</summary>
    /// <param name="name">The header's name.</param>
    /// <param name="values">The times.</param>
    /// <param name="format">Their form.</param>
    public void AddHeaderList(string name, IReadOnlyList<DateTimeOffset>? values, TimestampFormat format)
    {
        if (values is null)
        {
            return;
        }

        string[] parts = new string[values.Count];
        for (int i = 0; i < parts.Length; i++)
        {
            parts[i] = Timestamps.Format(values[i], format);
        }

        AddHeader(name, string.Join(", ", parts));
    }

    /// <summary>Adds headers whose names the caller chose, e.g. <c>x-amz-meta-*</c>.</summary>
    /// <param name="prefix">What each name begins with; if it is empty, headers that are present already are left as they are.</param>
    /// <param name="values">The rest of the names, and the values; null adds nothing.</param>
    /// <param name="member">The member that they come from, for messages, e.g. <c>PutObjectRequest.Metadata</c>.</param>
    /// <exception cref="ArgumentException">A name is no token of RFC 9110 or is given twice, or a value cannot be that of a header.</exception>
    public void AddPrefixHeaders(string prefix, IReadOnlyDictionary<string, string>? values, string member)
    {
        ArgumentNullException.ThrowIfNull(prefix);
        if (values is null)
        {
            return;
        }

        foreach ((string suffix, string value) in values)
        {
            if (!HeaderText.IsToken(suffix))
            {
                throw InvalidRequest.Because($"{member}: '{suffix}' cannot be (part of) the name of a header.");
            }

            string name = string.Concat(prefix, suffix);
            HeaderText.CheckValue(name, value ?? throw InvalidRequest.Because($"{member}['{suffix}'] is null."), member);
            if (!_headers.TryAdd(name, value) && prefix.Length > 0)
            {
                throw InvalidRequest.Because($"{member}: '{suffix}' is there twice; names of headers do not differ by case.");
            }
        }
    }

    private static bool IsContentLength(string name) =>
        name.Length == ContentLengthName.Length && name.Equals(ContentLengthName, StringComparison.OrdinalIgnoreCase);
}
