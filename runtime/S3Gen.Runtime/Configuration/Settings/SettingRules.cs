using System.Globalization;
using System.Numerics;

namespace S3Gen.Runtime.Configuration;

/// <summary>What values may be. A rule that is broken gives the words that follow the setting's name.</summary>
internal static class SettingRules
{
    internal static Func<T, string?> Between<T>(T least, T most)
        where T : INumber<T> => value => value >= least && value <= most
            ? null
            : string.Create(CultureInfo.InvariantCulture, $"is {value}, which is not within {least} and {most}");

    internal static Func<T?, string?> OptionalBetween<T>(T least, T most)
        where T : struct, INumber<T> => value => value is { } number ? Between(least, most)(number) : null;

    /// <summary>A time limit: positive, or <see cref="Timeout.InfiniteTimeSpan"/> for none.</summary>
    internal static string? TimeLimit(TimeSpan value) => value == Timeout.InfiniteTimeSpan ? null : Duration(value);

    internal static string? Duration(TimeSpan value) => value > TimeSpan.Zero && value.TotalMilliseconds <= int.MaxValue
        ? null
        : $"is {value}, which is not positive or longer than 24 days";

    internal static string? OptionalDuration(TimeSpan? value) => value is { } duration ? Duration(duration) : null;

    internal static string? Region(string region) =>
        region.Length is > 0 and <= 63 && region.All(static character => char.IsAsciiLetterOrDigit(character) || character is '-' or '_')
            ? null
            : $"is '{region}', which is not a region: letters, digits and hyphens";

    internal static string? EndpointUrl(Uri? url)
    {
        if (url is null)
        {
            return null;
        }

        if (!url.IsAbsoluteUri || (url.Scheme != Uri.UriSchemeHttp && url.Scheme != Uri.UriSchemeHttps))
        {
            return "is not an absolute http or https URL";
        }

        return url switch
        {
            { UserInfo.Length: > 0 } => $"has a user or password: use {nameof(ClientOptions.Credentials)}",
            { Query.Length: > 0 } => "has a query",
            { Fragment.Length: > 0 } => "has a fragment",
            _ => null,
        };
    }

    internal static string? File(string? path) => path is null || System.IO.File.Exists(path) ? null : $"is '{path}', and there is no such file";
}
