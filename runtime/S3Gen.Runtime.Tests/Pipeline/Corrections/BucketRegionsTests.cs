using System.Globalization;
using Microsoft.Extensions.Time.Testing;
using S3Gen.Runtime.Pipeline.Corrections;

namespace S3Gen.Runtime.Tests.Pipeline.Corrections;

public sealed class BucketRegionsTests
{
    [Test]
    public void Number_of_regions_that_are_kept_is_bounded_and_the_newest_is_among_them()
    {
        BucketRegions regions = new(new FakeTimeProvider());
        string[] buckets = [.. Enumerable.Range(0, BucketRegions.Capacity + 1).Select(static i => i.ToString(CultureInfo.InvariantCulture))];

        foreach (string bucket in buckets)
        {
            regions.Set(bucket, "eu-west-1");
            Assert.That(regions.Find(bucket), Is.EqualTo("eu-west-1"));
        }

        Assert.That(buckets.Count(bucket => regions.Find(bucket) is not null), Is.LessThanOrEqualTo(BucketRegions.Capacity));
    }

    [Test]
    public void Nothing_is_known_of_a_call_without_a_bucket()
    {
        BucketRegions regions = new(new FakeTimeProvider());
        regions.Set("bucket", "eu-west-1");

        Assert.That(regions.Find(null), Is.Null);
    }
}
