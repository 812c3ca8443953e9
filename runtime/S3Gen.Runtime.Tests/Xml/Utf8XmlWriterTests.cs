using System.Text;
using System.Xml.Linq;
using CsCheck;
using S3Gen.Runtime.CodeGen;

namespace S3Gen.Runtime.Tests.Xml;

public sealed class Utf8XmlWriterTests
{
    [Test]
    public void Elements_of_every_type_are_written_as_the_protocol_has_them()
    {
        using Utf8XmlWriter writer = new();
        writer.WriteStart("r xmlns=\"u\""u8);
        writer.WriteElement("s"u8, "a<b>&\"c\"'\r\n\t\u0001\uFFFE é😀");
        writer.WriteElement("i"u8, int.MinValue);
        writer.WriteElement("l"u8, long.MaxValue);
        writer.WriteElement("d"u8, 0.1);
        writer.WriteElement("f"u8, 1.5f);
        writer.WriteElement("b"u8, true);
        writer.WriteElement("t"u8, new DateTimeOffset(2026, 7, 1, 14, 0, 0, 120, TimeSpan.FromHours(2)), TimestampFormat.DateTime);
        writer.WriteBlob("x"u8, "hello"u8);
        writer.WriteStartOpen("g"u8);
        writer.WriteAttribute("xsi:type"u8, "\"<'&\n");
        writer.WriteStartClose();
        writer.WriteEnd("g"u8);
        writer.WriteEnd("r"u8);
        Assert.That(Text(writer), Is.EqualTo(
            "<r xmlns=\"u\"><s>a&lt;b&gt;&amp;\"c\"'&#xD;\n\t&#x1;&#xFFFE; é😀</s><i>-2147483648</i><l>9223372036854775807</l><d>0.1</d>" +
            "<f>1.5</f><b>true</b><t>2026-07-01T12:00:00.12Z</t><x>aGVsbG8=</x><g xsi:type=\"&quot;&lt;&apos;&amp;&#xA;\"></g></r>"));
    }

    private static readonly string[] Unwritable = ["\0", "a\uD800", "\uDC00b", "\uD83D&\uDE00"];

    [TestCaseSource(nameof(Unwritable))]
    public void Text_that_no_XML_can_carry_is_an_ArgumentException(string value)
    {
        using Utf8XmlWriter writer = new();
        Assert.That(() => writer.WriteElement("a"u8, value), Throws.ArgumentException);
    }

    [Test]
    public void Reset_and_Dispose_leave_the_writer_usable()
    {
        Utf8XmlWriter writer = new();
        writer.WriteElement("a"u8, new string('x', 100_000));
        writer.Reset();
        writer.WriteElement("b"u8, 1);
        Assert.That(Text(writer), Is.EqualTo("<b>1</b>"));
        writer.Dispose();
        Assert.That(writer.WrittenMemory.Length, Is.Zero);
        writer.WriteElement("c"u8, 2);
        Assert.That(Text(writer), Is.EqualTo("<c>2</c>"));
        writer.Dispose();
    }

    [Test]
    public void Whatever_is_written_is_read_back() => Gen.String.Array[0, 20].Sample(values =>
    {
        using Utf8XmlWriter writer = new();
        values = [.. values.Select(static value => value.Replace("\0", string.Empty, StringComparison.Ordinal)).Where(IsUtf16)];
        writer.WriteStart("r"u8);
        foreach (string value in values)
        {
            writer.WriteElement("v"u8, value);
        }

        writer.WriteEnd("r"u8);
        Utf8XmlReader reader = new(writer.WrittenSpan);
        reader.ReadRoot("r"u8);
        foreach (string value in values)
        {
            Assert.That(reader.TryReadChild(out _), Is.True);
            Assert.That(reader.ReadString(), Is.EqualTo(value));
        }

        Assert.That(reader.TryReadChild(out _), Is.False);
        reader.ReadEnd();
    });

    [Test]
    public void Documents_are_what_other_parsers_read()
    {
        using Utf8XmlWriter writer = new();
        writer.WriteElement("a"u8, "x & y < z\r\n");
        Assert.That(XElement.Parse(Text(writer), LoadOptions.PreserveWhitespace).Value, Is.EqualTo("x & y < z\r\n"));
    }

    private static bool IsUtf16(string value)
    {
        foreach (Rune rune in value.EnumerateRunes())
        {
            if (rune == Rune.ReplacementChar)
            {
                return false;
            }
        }

        return true;
    }

    private static string Text(Utf8XmlWriter writer) => Encoding.UTF8.GetString(writer.WrittenSpan);
}
