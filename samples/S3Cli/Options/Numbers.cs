using System.Globalization;

namespace S3Cli.Options;

/// <summary>Whole numbers as values of options.</summary>
internal static class Numbers
{
    /// <exception cref="FormatException">The text is none, or out of range.</exception>
    public static int Parse(string text, int least, int most) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number >= least && number <= most
            ? number
            : throw new FormatException($"'{text}' is no whole number from {least} to {most}");
}
