using System.Text;
using System.Xml;
using S3Gen.Runtime.CodeGen;

namespace S3Gen.Runtime.Tests.Xml;

/// <summary>An element as a reference parser sees it: local name, and either children or text.</summary>
internal sealed record XmlElementModel(string Name, IReadOnlyList<XmlElementModel> Children, string Text)
{
    /// <summary>What System.Xml makes of a document.</summary>
    internal static XmlElementModel Parse(byte[] document)
    {
        using XmlTextReader reader = new(new MemoryStream(document)) { Namespaces = false, DtdProcessing = DtdProcessing.Prohibit, Normalization = true };
        Stack<(string Name, List<XmlElementModel> Children, StringBuilder Text)> open = new([(string.Empty, [], new StringBuilder())]);
        while (reader.Read())
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    bool isEmpty = reader.IsEmptyElement;
                    open.Push((reader.Name[(reader.Name.IndexOf(':', StringComparison.Ordinal) + 1)..], [], new StringBuilder()));
                    if (isEmpty)
                    {
                        Close(open);
                    }

                    break;
                case XmlNodeType.EndElement:
                    Close(open);
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace:
                    open.Peek().Text.Append(reader.Value);
                    break;
            }
        }

        return open.Peek().Children.Single();
    }

    /// <summary>Reads the document with our reader along this model and compares.</summary>
    internal void AssertReadsTheSame(byte[] document)
    {
        Utf8XmlReader reader = new(document);
        if (!reader.TryReadRoot(out ReadOnlySpan<byte> name) || Encoding.UTF8.GetString(name) != Name)
        {
            throw new InvalidOperationException("another root");
        }

        AssertContent(ref reader);
        reader.ReadEnd();
    }

    private void AssertContent(ref Utf8XmlReader reader)
    {
        if (Children.Count == 0)
        {
            string text = reader.ReadString();
            if (text != Text)
            {
                throw new InvalidOperationException($"<{Name}> is '{text}' and not '{Text}'");
            }

            return;
        }

        foreach (XmlElementModel child in Children)
        {
            if (!reader.TryReadChild(out ReadOnlySpan<byte> name) || Encoding.UTF8.GetString(name) != child.Name)
            {
                throw new InvalidOperationException($"<{child.Name}> was due");
            }

            child.AssertContent(ref reader);
        }

        if (reader.TryReadChild(out _))
        {
            throw new InvalidOperationException($"the end of <{Name}> was due");
        }
    }

    private static void Close(Stack<(string Name, List<XmlElementModel> Children, StringBuilder Text)> open)
    {
        (string name, List<XmlElementModel> children, StringBuilder text) = open.Pop();
        open.Peek().Children.Add(new XmlElementModel(name, children, text.ToString()));
    }
}
