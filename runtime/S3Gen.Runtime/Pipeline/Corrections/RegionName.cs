namespace S3Gen.Runtime.Pipeline.Corrections;

/// <summary>Whether a region that the network named can be one.</summary>
internal static class RegionName
{
    private const int MaxLength = 63;

    /// <summary>
    /// Lower-case letters, digits and hyphens, a letter first and no hyphen last. The name becomes a label of the host that the next
    /// request goes to, so that anything else (a dot, a slash, an @) could send it elsewhere.
    /// </summary>
    internal static bool IsValid(string region) =>
        region.Length is > 1 and <= MaxLength && char.IsAsciiLetterLower(region[0]) && region[^1] != '-' && HasOnlyLabelCharacters(region);

    private static bool HasOnlyLabelCharacters(string region)
    {
        foreach (char character in region)
        {
            if (!char.IsAsciiLetterLower(character) && !char.IsAsciiDigit(character) && character != '-')
            {
                return false;
            }
        }

        return true;
    }
}
