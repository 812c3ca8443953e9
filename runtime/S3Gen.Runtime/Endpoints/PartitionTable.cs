using S3Gen.Runtime.CodeGen;

namespace S3Gen.Runtime.Endpoints;

/// <summary>The partitions of AWS and which regions are theirs; a test holds the table against <c>model/partitions.json</c>.</summary>
internal static class PartitionTable
{
    /// <summary>The first is that of regions that nobody knows.</summary>
    internal static readonly PartitionFacts[] All =
    [
        new()
        {
            Name = "aws", DnsSuffix = "amazonaws.com", DualStackDnsSuffix = "api.aws", ImplicitGlobalRegion = "us-east-1",
            RegionPrefixes = ["us", "eu", "ap", "sa", "ca", "me", "af", "il", "mx"], GlobalRegion = "aws-global",
        },
        new()
        {
            Name = "aws-cn", DnsSuffix = "amazonaws.com.cn", DualStackDnsSuffix = "api.amazonwebservices.com.cn", ImplicitGlobalRegion = "cn-northwest-1",
            RegionPrefixes = ["cn"], GlobalRegion = "aws-cn-global",
        },
        new()
        {
            Name = "aws-eusc", DnsSuffix = "amazonaws.eu", DualStackDnsSuffix = "api.amazonwebservices.eu", ImplicitGlobalRegion = "eusc-de-east-1",
            RegionPrefixes = ["eusc-de"],
        },
        new()
        {
            Name = "aws-iso", DnsSuffix = "c2s.ic.gov", DualStackDnsSuffix = "api.aws.ic.gov", ImplicitGlobalRegion = "us-iso-east-1",
            RegionPrefixes = ["us-iso"], GlobalRegion = "aws-iso-global",
        },
        new()
        {
            Name = "aws-iso-b", DnsSuffix = "sc2s.sgov.gov", DualStackDnsSuffix = "api.aws.scloud", ImplicitGlobalRegion = "us-isob-east-1",
            RegionPrefixes = ["us-isob"], GlobalRegion = "aws-iso-b-global",
        },
        new()
        {
            Name = "aws-iso-e", DnsSuffix = "cloud.adc-e.uk", DualStackDnsSuffix = "api.cloud-aws.adc-e.uk", ImplicitGlobalRegion = "eu-isoe-west-1",
            RegionPrefixes = ["eu-isoe"], GlobalRegion = "aws-iso-e-global",
        },
        new()
        {
            Name = "aws-iso-f", DnsSuffix = "csp.hci.ic.gov", DualStackDnsSuffix = "api.aws.hci.ic.gov", ImplicitGlobalRegion = "us-isof-south-1",
            RegionPrefixes = ["us-isof"], GlobalRegion = "aws-iso-f-global",
        },
        new()
        {
            Name = "aws-us-gov", DnsSuffix = "amazonaws.com", DualStackDnsSuffix = "api.aws", ImplicitGlobalRegion = "us-gov-west-1",
            RegionPrefixes = ["us-gov"], GlobalRegion = "aws-us-gov-global",
        },
    ];

    /// <summary>The partition of a region, by its name or by how names of its regions look.</summary>
    internal static PartitionFacts Find(ReadOnlySpan<char> region)
    {
        ReadOnlySpan<char> prefix = PrefixOf(region);
        foreach (PartitionFacts partition in All)
        {
            bool isFound = prefix.IsEmpty
                ? partition.GlobalRegion is { } global && region.SequenceEqual(global)
                : Contains(partition.RegionPrefixes, prefix);
            if (isFound)
            {
                return partition;
            }
        }

        return All[0];
    }

    private static bool Contains(string[] prefixes, ReadOnlySpan<char> prefix)
    {
        foreach (string candidate in prefixes)
        {
            if (prefix.SequenceEqual(candidate))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>What precedes a word and a number: <c>us</c> of <c>us-east-1</c>; empty where the name has another form.</summary>
    private static ReadOnlySpan<char> PrefixOf(ReadOnlySpan<char> region)
    {
        int number = region.LastIndexOf('-');
        int word = number <= 0 ? -1 : region[..number].LastIndexOf('-');
        bool isRegular = word > 0 && number < region.Length - 1 && !region[(number + 1)..].ContainsAnyExceptInRange('0', '9')
            && IsWord(region[(word + 1)..number]);
        return isRegular ? region[..word] : default;
    }

    private static bool IsWord(ReadOnlySpan<char> text)
    {
        foreach (char character in text)
        {
            if (!char.IsAsciiLetterOrDigit(character) && character != '_')
            {
                return false;
            }
        }

        return !text.IsEmpty;
    }
}
