using System.Text;
using S3Gen.Runtime.CodeGen;

namespace S3Gen.Runtime.Tests.Xml;

public sealed class MalformedXmlTests
{
    [TestCase("<!DOCTYPE a [<!ENTITY x 'y'>]><a>&x;</a>")]
    [TestCase("<!DOCTYPE html><a/>")]
    [TestCase("<a><!DOCTYPE b></a>")]
    [TestCase("<a>&nbsp;</a>")]
    [TestCase("<a>&;</a>")]
    [TestCase("<a>& b</a>")]
    [TestCase("<a>&amp</a>")]
    [TestCase("<a>&#0;</a>")]
    [TestCase("<a>&#xD800;</a>")]
    [TestCase("<a>&#x110000;</a>")]
    [TestCase("<a>&#99999999999;</a>")]
    [TestCase("<a>&#-5;</a>")]
    [TestCase("<a>&#+5;</a>")]
    [TestCase("<a>&#x;</a>")]
    [TestCase("<a>&# 5;</a>")]
    [TestCase("<a>v</b>")]
    [TestCase("<a>v</ab>")]
    [TestCase("<ab>v</a>")]
    [TestCase("<a><b></a></b>")]
    [TestCase("<a>v")]
    [TestCase("<a>v<")]
    [TestCase("<a>v</")]
    [TestCase("<a>v</a")]
    [TestCase("<a")]
    [TestCase("<")]
    [TestCase("<a b")]
    [TestCase("<a b=")]
    [TestCase("<a b='1")]
    [TestCase("<a b=1>v</a>")]
    [TestCase("<a b='1'c='2'>v</a>")]
    [TestCase("<a b='<'>v</a>")]
    [TestCase("<a b='&x;'>v</a>")]
    [TestCase("<a b>v</a>")]
    [TestCase("<a ='1'>v</a>")]
    [TestCase("<a / >v</a>")]
    [TestCase("<1>v</1>")]
    [TestCase("<-a>v</-a>")]
    [TestCase("< a>v</a>")]
    [TestCase("<a:>v</a:>")]
    [TestCase("<:a>v</:a>")]
    [TestCase("<a></a></a>")]
    [TestCase("<a/><a/>")]
    [TestCase("<a/>text")]
    [TestCase("text<a/>")]
    [TestCase("{\"json\": true}")]
    [TestCase("<a><!-- no end</a>")]
    [TestCase("<a><![CDATA[ no end</a>")]
    [TestCase("<a><?pi no end</a>")]
    [TestCase("<a><?xml version='1.0'?></a>")]
    [TestCase("<?xml version='1.0'?> <?xml version='1.0'?><a/>")]
    [TestCase("<a>nul\0</a>")]
    [TestCase("<a>control\u0001</a>")]
    [TestCase("<a><!-- \0 --></a>")]
    [TestCase("<a><![CDATA[\0]]></a>")]
    [TestCase("<a b='\0'/>")]
    public void Malformed_document_is_refused_whether_read_or_skipped(string document) => AssertRefused(Encoding.UTF8.GetBytes(document));

    [TestCase(new byte[] { 0xFF })]
    [TestCase(new byte[] { 0xC3 })]
    [TestCase(new byte[] { 0xC0, 0x80 })]
    [TestCase(new byte[] { 0xED, 0xA0, 0x80 })]
    [TestCase(new byte[] { 0xF4, 0x90, 0x80, 0x80 })]
    public void Invalid_utf8_is_refused_wherever_it_stands(byte[] bytes)
    {
        using (Assert.EnterMultipleScope())
        {
            foreach (string template in new[] { "<a>x@y</a>", "<a>&amp;@</a>", "<a><!--@--></a>", "<a><![CDATA[@]]></a>", "<a b='@'/>", "<a@/>" })
            {
                string[] parts = template.Split('@');
                AssertRefused([.. Encoding.UTF8.GetBytes(parts[0]), .. bytes, .. Encoding.UTF8.GetBytes(parts[1])]);
            }
        }
    }

    [Test]
    public void Child_element_inside_a_simple_value_is_refused()
    {
        Assert.That(() => ReadValue("<a>x<b/></a>"u8.ToArray()), Throws.TypeOf<ResponseFormatException>());
        Assert.That(() => Skip("<a>x<b/></a>"u8.ToArray()), Throws.Nothing);
    }

    [Test]
    public void Depth_is_bounded()
    {
        Assert.That(() => Skip(Nested(Utf8XmlReader.MaxDepth)), Throws.Nothing);
        Assert.That(() => Skip(Nested(Utf8XmlReader.MaxDepth + 1)), Throws.TypeOf<ResponseFormatException>());
        Assert.That(() => Skip(Nested(1_000_000)), Throws.TypeOf<ResponseFormatException>());

        static byte[] Nested(int depth) =>
            Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("<a>", depth)) + string.Concat(Enumerable.Repeat("</a>", depth)));
    }

    [Test]
    public void Root_of_another_name_is_refused() =>
        Assert.That(() => ReadValue("<html></html>"u8.ToArray()), Throws.TypeOf<ResponseFormatException>().With.Message.Contains("<a>"));

    [Test]
    public void Misuse_is_an_invalid_operation()
    {
        Assert.That(() => { Utf8XmlReader r = new("<a/>"u8); r.ReadString(); }, Throws.InvalidOperationException);
        Assert.That(() => { Utf8XmlReader r = new("<a/>"u8); r.TryReadChild(out _); }, Throws.InvalidOperationException);
        Assert.That(() => { Utf8XmlReader r = new("<a></a>"u8); r.ReadRoot("a"u8); r.ReadEnd(); }, Throws.InvalidOperationException);
    }

    [Test]
    public void Every_cut_of_a_document_is_refused()
    {
        byte[] document = Encoding.UTF8.GetBytes(
            "<?xml version='1.0'?><!-- c --><s:a x='1' y=\"&lt;\"><b>té&amp;xt</b><?p i?><![CDATA[c]]><c/><d e='f'/ ></s:a>".Replace("/ >", "/>", StringComparison.Ordinal));
        Assert.That(() => Skip(document), Throws.Nothing);
        for (int length = 0; length < document.Length; length++)
        {
            byte[] cut = document[..length];
            Assert.That(() => Skip(cut), Throws.TypeOf<ResponseFormatException>(), $"cut to {length}");
        }
    }

    private static void AssertRefused(byte[] document)
    {
        Assert.That(() => ReadValue(document), Throws.TypeOf<ResponseFormatException>());
        Assert.That(() => Skip(document), Throws.TypeOf<ResponseFormatException>());
    }

    private static void ReadValue(byte[] document)
    {
        Utf8XmlReader reader = new(document);
        reader.ReadRoot("a"u8);
        reader.ReadString();
        reader.ReadEnd();
    }

    private static void Skip(byte[] document)
    {
        Utf8XmlReader reader = new(document);
        reader.ReadRoot("a"u8);
        reader.Skip();
        reader.ReadEnd();
    }
}
