using System.Text;

namespace S3Gen.Transfer.Keys;

/// <summary>
/// Makes names of files from keys, which whoever may write to the bucket chooses: a hostile one must not lead out of the folder,
/// name a device or another file's stream, or pass through a link.
/// </summary>
internal static class KeyPath
{
    private const int MaxSegmentBytes = 255;

    /// <summary>Which rule a key breaks; null if it breaks none.</summary>
    internal static string? FindFault(string key, FileNameRules rules)
    {
        if (key.Length == 0)
        {
            return "is empty";
        }

        if (key[0] == '/')
        {
            return "is an absolute path";
        }

        bool isPortable = rules == FileNameRules.Portable || OperatingSystem.IsWindows();
        foreach (Range segment in key.AsSpan().Split('/'))
        {
            string? fault = FindFaultOfSegment(key.AsSpan()[segment], isPortable);
            if (fault is not null)
            {
                return fault;
            }
        }

        return null;
    }

    /// <summary>The file of a key.</summary>
    /// <exception cref="UnsafeKeyException">The key breaks a rule, or a link is in the way.</exception>
    internal static string Resolve(string folder, string relativeKey, string key, FileNameRules rules)
    {
        if (FindFault(relativeKey, rules) is { } fault)
        {
            throw new UnsafeKeyException(key, fault);
        }

        string path = folder;
        foreach (string segment in relativeKey.Split('/'))
        {
            path = Path.Combine(path, segment);
            if (IsLink(path))
            {
                throw new UnsafeKeyException(key, $"would pass through the link '{path}'");
            }
        }

        return path;
    }

    private static string? FindFaultOfSegment(ReadOnlySpan<char> segment, bool isPortable)
    {
        if (segment.IsEmpty)
        {
            return "has an empty segment ('//', or '/' at the end)";
        }

        if (segment is "." or "..")
        {
            return $"has the segment '{segment}'";
        }

        if (HasControl(segment))
        {
            return "has a control character";
        }

        if (!TryCountBytes(segment, out int bytes))
        {
            return "has half a surrogate pair";
        }

        if (bytes > MaxSegmentBytes)
        {
            return $"has a segment of more than {MaxSegmentBytes} bytes";
        }

        return isPortable ? WindowsNames.FindFault(segment) : null;
    }

    private static bool HasControl(ReadOnlySpan<char> segment)
    {
        foreach (char c in segment)
        {
            if (char.IsControl(c))
            {
                return true;
            }
        }

        return false;
    }

    private static bool TryCountBytes(ReadOnlySpan<char> segment, out int bytes)
    {
        bytes = 0;
        while (!segment.IsEmpty)
        {
            if (Rune.DecodeFromUtf16(segment, out Rune rune, out int read) != System.Buffers.OperationStatus.Done)
            {
                return false;
            }

            bytes += rune.Utf8SequenceLength;
            segment = segment[read..];
        }

        return true;
    }

    /// <summary>Also one whose target is missing, and a junction of Windows.</summary>
    private static bool IsLink(string path)
    {
        FileInfo file = new(path);
        return file.LinkTarget is not null || ((int)file.Attributes != -1 && (file.Attributes & FileAttributes.ReparsePoint) != 0);
    }
}
