using System.Buffers;

namespace S3Gen.Transfer.Keys;

/// <summary>What Windows takes for something else than the name of a file.</summary>
/// <seealso href="https://learn.microsoft.com/windows/win32/fileio/naming-a-file"/>
internal static class WindowsNames
{
    private static readonly SearchValues<char> Refused = SearchValues.Create("\\:*?\"<>|");

    internal static string? FindFault(ReadOnlySpan<char> segment)
    {
        int refused = segment.IndexOfAny(Refused);
        if (refused >= 0)
        {
            return segment[refused] switch
            {
                '\\' => "has a backslash, which Windows takes for a slash",
                ':' => "has a colon, which Windows takes for a drive or an alternate data stream",
                char c => $"has '{c}', which names of Windows cannot have",
            };
        }

        if (segment[^1] is '.' or ' ')
        {
            return "has a segment that ends with a dot or a space, which Windows leaves out";
        }

        return IsDevice(segment) ? $"has the segment '{segment}', which names a device of Windows" : null;
    }

    /// <summary>A device's name counts with any extension, and with spaces before that.</summary>
    private static bool IsDevice(ReadOnlySpan<char> segment)
    {
        int dot = segment.IndexOf('.');
        ReadOnlySpan<char> name = (dot < 0 ? segment : segment[..dot]).TrimEnd(' ');
        if (name.Length is 6 or 7)
        {
            return name.Equals("CONIN$", StringComparison.OrdinalIgnoreCase) || name.Equals("CONOUT$", StringComparison.OrdinalIgnoreCase);
        }

        if (name.Length == 4)
        {
            return (char.IsAsciiDigit(name[3]) || "¹²³".Contains(name[3], StringComparison.Ordinal))
                && (name[..3].Equals("COM", StringComparison.OrdinalIgnoreCase) || name[..3].Equals("LPT", StringComparison.OrdinalIgnoreCase));
        }

        return name.Length == 3 && (name.Equals("CON", StringComparison.OrdinalIgnoreCase) || name.Equals("PRN", StringComparison.OrdinalIgnoreCase)
            || name.Equals("AUX", StringComparison.OrdinalIgnoreCase) || name.Equals("NUL", StringComparison.OrdinalIgnoreCase));
    }
}
