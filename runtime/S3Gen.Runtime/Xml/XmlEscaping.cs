using System.Buffers;

namespace S3Gen.Runtime.CodeGen;

/// <summary>Characters that cannot stand for themselves in XML, or would not be read back as they are.</summary>
internal static class XmlEscaping
{
    private const string Control =
        "\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007\u0008\u000B\u000C\u000E\u000F\u0010\u0011\u0012\u0013\u0014" +
        "\u0015\u0016\u0017\u0018\u0019\u001A\u001B\u001C\u001D\u001E\u001F\uFFFE\uFFFF";

    /// <summary>In text: a reader would turn CR into LF.</summary>
    internal static readonly SearchValues<char> Text = SearchValues.Create("&<>\r" + Control);

    /// <summary>In attribute values: a reader would turn all white space into spaces.</summary>
    internal static readonly SearchValues<char> Attribute = SearchValues.Create("&<>\"'\r\n\t" + Control);
}
