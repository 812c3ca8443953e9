namespace S3Gen.Runtime.Endpoints;

/// <summary>The parts of AWS that are apart from each other, known by how their regions' names begin.</summary>
/// <seealso href="https://docs.aws.amazon.com/whitepapers/latest/aws-fault-isolation-boundaries/partitions.html"/>
internal static class Partition
{
    /// <summary>us-gov- shares the suffix of the commercial regions.</summary>
    private static readonly (string Prefix, string Suffix)[] Suffixes =
    [
        ("cn-", "amazonaws.com.cn"),
        ("us-iso-", "c2s.ic.gov"),
        ("us-isob-", "sc2s.sgov.gov"),
        ("eu-isoe-", "cloud.adc-e.uk"),
        ("us-isof-", "csp.hci.ic.gov"),
        ("eusc-", "amazonaws.eu"),
    ];

    internal static string DnsSuffix(string region)
    {
        foreach ((string prefix, string suffix) in Suffixes)
        {
            if (region.StartsWith(prefix, StringComparison.Ordinal))
            {
                return suffix;
            }
        }

        return "amazonaws.com";
    }
}
