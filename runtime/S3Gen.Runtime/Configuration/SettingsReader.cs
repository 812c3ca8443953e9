using System.Globalization;

namespace S3Gen.Runtime.Configuration;

/// <summary>Reads settings from environment variables and collects the faults of all settings.</summary>
internal sealed class SettingsReader(EnvironmentSource environment)
{
    private readonly List<string> _faults = [];

    internal string? Text(string variable) => environment.Get(variable);

    internal Uri? Url(string variable)
    {
        if (environment.Get(variable) is not { } text)
        {
            return null;
        }

        bool isUrl = Uri.TryCreate(text, UriKind.Absolute, out Uri? url);
        Check(isUrl, $"{variable} is not an absolute URL");
        return url;
    }

    internal bool? Boolean(string variable)
    {
        if (environment.Get(variable) is not { } text)
        {
            return null;
        }

        bool isBoolean = bool.TryParse(text, out bool value);
        Check(isBoolean, $"{variable} is neither true nor false");
        return value;
    }

    internal int? Integer(string variable)
    {
        if (environment.Get(variable) is not { } text)
        {
            return null;
        }

        bool isInteger = int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int value);
        Check(isInteger, $"{variable} is not an integer");
        return value;
    }

    internal TimeSpan? Milliseconds(string variable) => Integer(variable) is { } value ? TimeSpan.FromMilliseconds(value) : null;

    internal void Check(bool isRight, string fault)
    {
        if (!isRight)
        {
            _faults.Add(fault);
        }
    }

    internal void CheckTimeout(TimeSpan value, string name, bool mayBeInfinite)
    {
        if (mayBeInfinite && value == Timeout.InfiniteTimeSpan)
        {
            return;
        }

        Check(value > TimeSpan.Zero && value.TotalMilliseconds <= int.MaxValue, $"{name} is {value}, which is not positive or longer than 24 days");
    }

    internal void ThrowIfFaulty(string parameter)
    {
        if (_faults.Count > 0)
        {
            throw new ArgumentException($"The client's options are faulty: {string.Join("; ", _faults)}.", parameter);
        }
    }
}
