using System.Text;
using CsCheck;
using S3Gen.Runtime.CodeGen;

namespace S3Gen.Runtime.Tests.Xml;

public sealed class TimestampsTests
{
    [TestCase("2026-07-01T12:00:00Z", "2026-07-01T12:00:00Z")]
    [TestCase("2026-07-01T12:00:00.000Z", "2026-07-01T12:00:00Z")]
    [TestCase("2026-07-01T12:00:00.5Z", "2026-07-01T12:00:00.5Z")]
    [TestCase("2026-07-01T12:00:00.123456789Z", "2026-07-01T12:00:00.1234567Z")]
    [TestCase("2026-07-01t12:00:00z", "2026-07-01T12:00:00Z")]
    [TestCase("2026-07-01T14:30:00+02:30", "2026-07-01T12:00:00Z")]
    [TestCase("2026-07-01T04:00:00-0800", "2026-07-01T12:00:00Z")]
    [TestCase("2026-07-01T12:00:00", "2026-07-01T12:00:00Z")]
    [TestCase("2024-02-29T23:59:59.9999999Z", "2024-02-29T23:59:59.9999999Z")]
    [TestCase("0001-01-01T00:00:00Z", "0001-01-01T00:00:00Z")]
    [TestCase("9999-12-31T23:59:59Z", "9999-12-31T23:59:59Z")]
    public void DateTime_is_read_and_written_in_UTC(string text, string canonical) => AssertForm(text, canonical, TimestampFormat.DateTime);

    [TestCase("Wed, 01 Jul 2026 12:00:00 GMT", "Wed, 01 Jul 2026 12:00:00 GMT")]
    [TestCase("Wed, 1 Jul 2026 12:00:00 GMT", "Wed, 01 Jul 2026 12:00:00 GMT")]
    [TestCase("Wed, 01 jul 2026 12:00:00.123 GMT", "Wed, 01 Jul 2026 12:00:00 GMT")]
    [TestCase("Fri, 31 Dec 9999 23:59:59 GMT", "Fri, 31 Dec 9999 23:59:59 GMT")]
    public void HttpDate_is_read_and_written(string text, string canonical) => AssertForm(text, canonical, TimestampFormat.HttpDate);

    [TestCase("0", "0")]
    [TestCase("1782907200", "1782907200")]
    [TestCase("1782907200.5000", "1782907200.5")]
    [TestCase("-1.25", "-1.25")]
    [TestCase("-0.5", "-0.5")]
    [TestCase("1400", "1400")]
    public void EpochSeconds_is_read_and_written(string text, string canonical) => AssertForm(text, canonical, TimestampFormat.EpochSeconds);

    [TestCase(TimestampFormat.DateTime, "")]
    [TestCase(TimestampFormat.DateTime, "2026-07-01")]
    [TestCase(TimestampFormat.DateTime, "2026-02-29T12:00:00Z")]
    [TestCase(TimestampFormat.DateTime, "2026-13-01T12:00:00Z")]
    [TestCase(TimestampFormat.DateTime, "2026-00-01T12:00:00Z")]
    [TestCase(TimestampFormat.DateTime, "2026-07-01T24:00:00Z")]
    [TestCase(TimestampFormat.DateTime, "2026-07-01T12:60:00Z")]
    [TestCase(TimestampFormat.DateTime, "2026-07-01T12:00:00.Z")]
    [TestCase(TimestampFormat.DateTime, "2026-07-01T12:00:00+25:00")]
    [TestCase(TimestampFormat.DateTime, "2026-07-01T12:00:00ZZ")]
    [TestCase(TimestampFormat.DateTime, "2026-07-01 12:00:00Z")]
    [TestCase(TimestampFormat.DateTime, "0001-01-01T00:00:00+01:00")]
    [TestCase(TimestampFormat.DateTime, "0000-01-01T00:00:00Z")]
    [TestCase(TimestampFormat.DateTime, "２026-07-01T12:00:00Z")]
    [TestCase(TimestampFormat.HttpDate, "2026-07-01T12:00:00Z")]
    [TestCase(TimestampFormat.HttpDate, "Wed, 01 Jul 2026 12:00:00")]
    [TestCase(TimestampFormat.HttpDate, "Wed, 01 Jux 2026 12:00:00 GMT")]
    [TestCase(TimestampFormat.HttpDate, "Wed, 32 Jul 2026 12:00:00 GMT")]
    [TestCase(TimestampFormat.HttpDate, "Wed,")]
    [TestCase(TimestampFormat.EpochSeconds, "")]
    [TestCase(TimestampFormat.EpochSeconds, "-")]
    [TestCase(TimestampFormat.EpochSeconds, "1.")]
    [TestCase(TimestampFormat.EpochSeconds, "1e9")]
    [TestCase(TimestampFormat.EpochSeconds, "999999999999")]
    [TestCase(TimestampFormat.EpochSeconds, "9999999999999999999999")]
    public void Anything_else_is_refused(TimestampFormat format, string text)
    {
        Assert.That(Timestamps.TryParse(text, format, out _), Is.False);
        Assert.That(Timestamps.TryParse(Encoding.UTF8.GetBytes(text), format, out _), Is.False);
    }

    [Test]
    public void Every_tick_survives_DateTime_and_EpochSeconds() =>
        Gen.Long[DateTimeOffset.MinValue.UtcTicks, DateTimeOffset.MaxValue.UtcTicks].Sample(static ticks =>
        {
            DateTimeOffset value = new(ticks, TimeSpan.Zero);
            foreach (TimestampFormat format in new[] { TimestampFormat.DateTime, TimestampFormat.EpochSeconds })
            {
                Assert.That(Timestamps.TryParse(Timestamps.Format(value, format), format, out DateTimeOffset read), Is.True);
                Assert.That(read, Is.EqualTo(value));
            }
        });

    [Test]
    public void TryFormatUtf8_says_when_there_is_no_room()
    {
        Span<byte> room = stackalloc byte[5];
        foreach (TimestampFormat format in Enum.GetValues<TimestampFormat>())
        {
            Assert.That(Timestamps.TryFormatUtf8(DateTimeOffset.MaxValue, format, room, out int written), Is.False);
            Assert.That(written, Is.Zero);
        }
    }

    private static void AssertForm(string text, string canonical, TimestampFormat format)
    {
        Assert.That(Timestamps.TryParse(text, format, out DateTimeOffset value), Is.True);
        Assert.That(Timestamps.TryParse(Encoding.UTF8.GetBytes(text), format, out DateTimeOffset same), Is.True);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(same, Is.EqualTo(value));
            Assert.That(value.Offset, Is.EqualTo(TimeSpan.Zero));
            Assert.That(Timestamps.Format(value, format), Is.EqualTo(canonical));
        }
    }
}
