using System.Globalization;
using S3Gen.Runtime.Text;

namespace S3Gen.Runtime.CodeGen;

public sealed partial class RequestHead
{
    /// <summary>Adds a parameter without a value, e.g. <c>uploads</c>.</summary>
    /// <param name="name">Its name, encoded already.</param>
    public void AddQuery(string name) => _query.Add(name, default);

    /// <summary>Adds a parameter unless its value is null.</summary>
    /// <param name="name">Its name, encoded already.</param>
    /// <param name="value">Its value, which is encoded.</param>
    /// <exception cref="ArgumentException">The value holds half a surrogate pair.</exception>
    public void AddQuery(string name, string? value)
    {
        if (value is not null)
        {
            _query.Add(name, value);
        }
    }

    /// <inheritdoc cref="AddQuery(string, string?)"/>
    public void AddQuery(string name, int? value)
    {
        if (value is { } number)
        {
            _query.AddFormatted(name, number);
        }
    }

    /// <inheritdoc cref="AddQuery(string, string?)"/>
    public void AddQuery(string name, long? value)
    {
        if (value is { } number)
        {
            _query.AddFormatted(name, number);
        }
    }

    /// <inheritdoc cref="AddQuery(string, string?)"/>
    public void AddQuery(string name, bool? value)
    {
        if (value is { } truth)
        {
            _query.Add(name, truth ? "true" : "false");
        }
    }

    /// <inheritdoc cref="AddQuery(string, string?)"/>
    public void AddQuery(string name, double? value) => AddQuery(name, value?.ToString(CultureInfo.InvariantCulture));

    /// <inheritdoc cref="AddQuery(string, string?)"/>
    public void AddQuery(string name, float? value) => AddQuery(name, value?.ToString(CultureInfo.InvariantCulture));

    /// <summary>Adds a timestamp unless it is null.</summary>
    /// <param name="name">The parameter's name, encoded already.</param>
    /// <param name="value">The time.</param>
    /// <param name="format">Its form.</param>
    public void AddQuery(string name, DateTimeOffset? value, TimestampFormat format)
    {
        if (value is { } time)
        {
            _query.Add(name, Timestamps.Format(time, format));
        }
    }

    /// <summary>Adds parameters whose names the caller chose; a name that is present already is left as it is.</summary>
    /// <param name="values">Names and values, neither encoded; null adds nothing.</param>
    /// <exception cref="ArgumentException">A name or value holds half a surrogate pair.</exception>
    public void AddQueryMap(IReadOnlyDictionary<string, string>? values)
    {
        if (values is null)
        {
            return;
        }

        int length = _query.Length;
        foreach ((string name, string value) in values)
        {
            string encoded = UriEncoding.Encode(name, keepSlash: false);
            if (!_query.Contains(encoded, length))
            {
                _query.Add(encoded, value);
            }
        }
    }

    /// <inheritdoc cref="AddQueryMap(IReadOnlyDictionary{string, string}?)"/>
    public void AddQueryMap(IReadOnlyDictionary<string, IReadOnlyList<string>>? values)
    {
        if (values is null)
        {
            return;
        }

        int length = _query.Length;
        foreach ((string name, IReadOnlyList<string> list) in values)
        {
            string encoded = UriEncoding.Encode(name, keepSlash: false);
            if (_query.Contains(encoded, length))
            {
                continue;
            }

            foreach (string value in list)
            {
                _query.Add(encoded, value);
            }
        }
    }
}
