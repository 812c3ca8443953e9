using System.Text;
using S3Gen.Runtime.CodeGen;

namespace S3Gen.Runtime.Tests.Xml;

public sealed class Utf8XmlReaderTests
{
    [TestCase("<a>text</a>", "text")]
    [TestCase("<a></a>", "")]
    [TestCase("<a/>", "")]
    [TestCase("<a />", "")]
    [TestCase("<a>  two  </a>", "  two  ")]
    [TestCase("<a>&quot;e&amp;t&lt;a&gt;g&apos;</a>", "\"e&t<a>g'")]
    [TestCase("<a>&#65;&#x42;&#x1F600;&#1;&#xD;</a>", "AB\U0001F600\u0001\r")]
    [TestCase("<a>&#x00000000041;</a>", "A")]
    [TestCase("<a>one<![CDATA[ <two> & ]]><!-- -- no -->three<?pi ?></a>", "one <two> & three")]
    [TestCase("<a>x<!--> y < -->z<?p?></a>", "xz")]
    [TestCase("<a>x\r\ny\rz</a>", "x\ny\nz")]
    [TestCase("<a><![CDATA[x\r\ny\r]]></a>", "x\ny\n")]
    [TestCase("<a>日本語 😀 é</a >", "日本語 😀 é")]
    [TestCase("<s:a xmlns:s='u'>prefixed</s:a>", "prefixed")]
    [TestCase("\uFEFF<?xml version=\"1.0\" encoding=\"UTF-8\"?>\r\n<!-- c --><?pi x?>\n<a\n>v</a\n>\n<!-- end -->\n", "v")]
    [TestCase(" \r\n \n<?xml version=\"1.0\"?><a>after what kept the connection alive</a>", "after what kept the connection alive")]
    [TestCase("<a b=\"1\" c = '2>' d='\"'>v</a>", "v")]
    [TestCase("<a>tab\tand ]]&gt; \u007F</a>", "tab\tand ]]> \u007F")]
    public void ReadString_returns_the_text_that_is_meant(string document, string expected) =>
        Assert.That(Read(document, static (ref reader) => reader.ReadString()), Is.EqualTo(expected));

    [Test]
    public void ReadString_long_text_with_references_is_read_whole()
    {
        string text = string.Concat(Enumerable.Repeat("é&x\r", 5_000));
        string document = "<a>" + text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("\r", "&#xD;", StringComparison.Ordinal) + "</a>";
        Assert.That(Read(document, static (ref reader) => reader.ReadString()), Is.EqualTo(text));
    }

    [Test]
    public void Structures_are_read_member_by_member_and_unknown_ones_are_skipped()
    {
        ReadOnlySpan<byte> document = """
            <r xmlns="http://s3.amazonaws.com/doc/2006-03-01/">
              <n>1</n>ignored &amp; text
              <unknown><deep a="1"><deeper/></deep>t</unknown>
              <s><k>v</k><empty/></s>
              <n>2</n>
            </r>
            """u8;
        Utf8XmlReader reader = new(document);
        reader.ReadRoot("r"u8);
        List<string> seen = [];
        while (reader.TryReadChild(out ReadOnlySpan<byte> name))
        {
            if (name.SequenceEqual("n"u8))
            {
                seen.Add("n" + reader.ReadInt32());
            }
            else if (name.SequenceEqual("s"u8))
            {
                while (reader.TryReadChild(out ReadOnlySpan<byte> inner))
                {
                    seen.Add(Encoding.UTF8.GetString(inner) + "=" + reader.ReadString());
                }
            }
            else
            {
                reader.Skip();
            }
        }

        reader.ReadEnd();
        Assert.That(seen, Is.EqualTo(new[] { "n1", "k=v", "empty=", "n2" }));
    }

    [Test]
    public void Scalars_are_parsed_without_the_white_space_around_them()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Read("<a> -12\n</a>", static (ref r) => r.ReadInt32()), Is.EqualTo(-12));
            Assert.That(Read("<a>9223372036854775807</a>", static (ref r) => r.ReadInt64()), Is.EqualTo(long.MaxValue));
            Assert.That(Read("<a>&#49;<![CDATA[2]]></a>", static (ref r) => r.ReadInt32()), Is.EqualTo(12));
            Assert.That(Read("<a>1.5e3</a>", static (ref r) => r.ReadDouble()), Is.EqualTo(1500d));
            Assert.That(Read("<a>-Infinity</a>", static (ref r) => r.ReadSingle()), Is.EqualTo(float.NegativeInfinity));
            Assert.That(Read("<a>NaN</a>", static (ref r) => r.ReadDouble()), Is.NaN);
            Assert.That(Read("<a>true</a>", static (ref r) => r.ReadBoolean()), Is.True);
            Assert.That(Read("<a>False</a>", static (ref r) => r.ReadBoolean()), Is.False);
            Assert.That(Read("<a>aGVs\n bG8=</a>", static (ref r) => r.ReadBlob()), Is.EqualTo("hello"u8.ToArray()));
            Assert.That(Read("<a/>", static (ref r) => r.ReadBlob()), Is.Empty);
            Assert.That(
                Read("<a>2026-07-01T12:00:00.000Z</a>", static (ref r) => r.ReadTimestamp(TimestampFormat.DateTime)),
                Is.EqualTo(new DateTimeOffset(2026, 7, 1, 12, 0, 0, TimeSpan.Zero)));
        }
    }

    [TestCase("")]
    [TestCase("1.5")]
    [TestCase("abc")]
    [TestCase("99999999999999999999")]
    [TestCase("1 2")]
    [TestCase("0x10")]
    public void Scalars_of_another_type_are_refused(string text)
    {
        string document = $"<a>{text}</a>";
        using (Assert.EnterMultipleScope())
        {
            Assert.That(() => Read(document, static (ref r) => r.ReadInt32()), Throws.TypeOf<ResponseFormatException>());
            Assert.That(() => Read(document, static (ref r) => r.ReadInt64()), Throws.TypeOf<ResponseFormatException>());
            Assert.That(() => Read(document, static (ref r) => r.ReadBoolean()), Throws.TypeOf<ResponseFormatException>());
            Assert.That(
                () => Read(document, static (ref r) => r.ReadTimestamp(TimestampFormat.DateTime)), Throws.TypeOf<ResponseFormatException>());
        }
    }

    [TestCase("type", "Canonical&User")]
    [TestCase("xsi:type", "Canonical&User")]
    [TestCase("b", "x y")]
    [TestCase("missing", null)]
    public void TryGetAttribute_finds_qualified_and_local_names(string name, string? expected)
    {
        string document = "<a xmlns:xsi='u' xsi:type=\"Canonical&amp;User\" b='x\ny'>v</a>";
        Utf8XmlReader reader = new(Encoding.UTF8.GetBytes(document));
        reader.ReadRoot("a"u8);
        Assert.That(reader.TryGetAttribute(Encoding.UTF8.GetBytes(name), out string? value), Is.EqualTo(expected is not null));
        Assert.That(value, Is.EqualTo(expected));
    }

    [Test]
    public void TryGetAttribute_of_an_element_without_attributes_finds_nothing_of_the_one_before()
    {
        Utf8XmlReader reader = new("<r a='1'><c/><d x='2'/></r>"u8);
        reader.ReadRoot("r"u8);
        reader.TryReadChild(out _);
        Assert.That(reader.TryGetAttribute("a"u8, out _), Is.False);
        reader.Skip();
        reader.TryReadChild(out _);
        Assert.That(reader.TryGetAttribute("x"u8, out string? value), Is.True);
        Assert.That(value, Is.EqualTo("2"));
    }

    [TestCase("")]
    [TestCase("\uFEFF")]
    [TestCase(" \r\n")]
    [TestCase("<?xml version='1.0'?><!-- nothing -->")]
    public void TryReadRoot_of_an_empty_document_is_false(string document)
    {
        Utf8XmlReader reader = new(Encoding.UTF8.GetBytes(document));
        Assert.That(reader.TryReadRoot(out _), Is.False);
    }

    [Test]
    public void ReadToken_gives_one_string_for_equal_values()
    {
        Utf8XmlReader reader = new("<r><s>STANDARD</s><s>GLACIER</s><s>STANDARD</s><s>&#83;TANDARD</s></r>"u8);
        reader.ReadRoot("r"u8);
        List<string> tokens = [];
        while (reader.TryReadChild(out _))
        {
            tokens.Add(reader.ReadToken());
        }

        Assert.That(tokens, Is.EqualTo(new[] { "STANDARD", "GLACIER", "STANDARD", "STANDARD" }));
        Assert.That(tokens[2], Is.SameAs(tokens[0]));
    }

    private delegate T Reading<T>(ref Utf8XmlReader reader);

    private static T Read<T>(string document, Reading<T> read)
    {
        Utf8XmlReader reader = new(Encoding.UTF8.GetBytes(document));
        reader.ReadRoot("a"u8);
        T value = read(ref reader);
        reader.ReadEnd();
        return value;
    }
}
