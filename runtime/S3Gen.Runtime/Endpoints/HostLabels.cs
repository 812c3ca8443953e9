namespace S3Gen.Runtime.Endpoints;

/// <summary>What can be part of a host name.</summary>
/// <seealso href="https://www.rfc-editor.org/rfc/rfc1123#section-2.1"/>
internal static class HostLabels
{
    private const int MaxLength = 63;

    /// <summary>1 to 63 letters, digits and hyphens, no hyphen at either end; perhaps several such labels with dots between.</summary>
    internal static bool AreValid(ReadOnlySpan<char> text, bool mayHaveDots)
    {
        if (!mayHaveDots)
        {
            return IsValid(text);
        }

        foreach (Range label in text.Split('.'))
        {
            if (!IsValid(text[label]))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>A bucket's name of 3 to 63 lower-case letters, digits and hyphens, perhaps with dots, and no IPv4 address.</summary>
    /// <seealso href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html"/>
    internal static bool IsBucket(ReadOnlySpan<char> bucket, bool mayHaveDots) =>
        bucket.Length is >= 3 and <= MaxLength && !bucket.ContainsAnyInRange('A', 'Z') && AreValid(bucket, mayHaveDots) && !IsFourNumbers(bucket);

    private static bool IsValid(ReadOnlySpan<char> label)
    {
        if (label.Length is 0 or > MaxLength || label[0] == '-' || label[^1] == '-')
        {
            return false;
        }

        foreach (char character in label)
        {
            if (!char.IsAsciiLetterOrDigit(character) && character != '-')
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether a name of valid labels looks like an IPv4 address, whatever its numbers.</summary>
    private static bool IsFourNumbers(ReadOnlySpan<char> name)
    {
        int dots = 0;
        foreach (char character in name)
        {
            if (character == '.')
            {
                dots++;
            }
            else if (!char.IsAsciiDigit(character))
            {
                return false;
            }
        }

        return dots == 3;
    }
}
