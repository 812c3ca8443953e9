using CsCheck;
using S3Gen.Transfer.Planning;

namespace S3Gen.Tests.Transfer;

public sealed class PartPlanTests
{
    private static readonly Gen<long> Sizes = Gen.Double[0, 1].Select(static x => (long)Math.Pow(PartPlan.MaxObjectSize, x));
    private static readonly Gen<long> PartSizes = Gen.Double[0, 1].Select(static x => (long)(PartPlan.MinPartSize * Math.Pow(1024, x)));

    [Test]
    public void Parts_cover_every_byte_once_and_keep_the_limits_of_S3() => Gen.Select(Sizes, PartSizes).Sample((size, wanted) =>
    {
        PartPlan plan = new(size, wanted);
        long next = 0;
        for (int part = 0; part < plan.Count; part++)
        {
            long length = plan.LengthOf(part);
            bool isLast = part == plan.Count - 1;
            if (plan.OffsetOf(part) != next || (isLast ? length < 1 || length > plan.PartSize : length != plan.PartSize))
            {
                Assert.Fail($"Part {part} of {plan} is {length} bytes from {plan.OffsetOf(part)}.");
            }

            next += length;
        }

        Assert.That(next, Is.EqualTo(size));
        Assert.That(plan.Count, Is.LessThanOrEqualTo(PartPlan.MaxParts));
        Assert.That(plan.PartSize, Is.InRange(wanted, PartPlan.MaxPartSize));
    }, iter: 300);

    [Test]
    public void Wanted_part_size_is_kept_wherever_it_can_be() => Gen.Select(Sizes, PartSizes).Sample((size, wanted) =>
        Assert.That(new PartPlan(size, wanted).PartSize == wanted, Is.EqualTo(size <= wanted * PartPlan.MaxParts)));

    [TestCase(0, 1)]
    [TestCase(1, 1)]
    [TestCase(8388608, 1)]
    [TestCase(8388609, 2)]
    [TestCase(83886080000, 10000)]
    [TestCase(83886080001, 8889)]
    public void Count_of_parts_of_8_MiB(long size, int count) => Assert.That(new PartPlan(size, 8 << 20).Count, Is.EqualTo(count));

    [Test]
    public void Largest_object_has_the_largest_parts()
    {
        PartPlan plan = new(PartPlan.MaxObjectSize, PartPlan.MinPartSize);

        Assert.That((plan.Count, plan.PartSize), Is.EqualTo((10_000, 5L << 30)));
        Assert.That(() => new PartPlan(PartPlan.MaxObjectSize + 1, PartPlan.MinPartSize), Throws.InstanceOf<ArgumentOutOfRangeException>().With.Message.Contains("48.8 TiB"));
    }
}
