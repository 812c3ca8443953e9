using System.IO.Compression;
using System.Text;

namespace S3Gen.ModelTool.Documents;

/// <summary>The text of a model file, which is UTF-8; without the mark at its beginning that some editors put there.</summary>
internal sealed record ModelText(string File, byte[] Utf8)
{
    /// <summary>Reads a file, also a zipped one.</summary>
    public static ModelText Load(string file) => Of(file, ReadBytes(file));

    public static ModelText Of(string file, byte[] bytes)
    {
        byte[] utf8 = bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? bytes[Encoding.UTF8.Preamble.Length..] : bytes;
        return System.Text.Unicode.Utf8.IsValid(utf8) ? new ModelText(file, utf8) : throw new ModelException(file, null, "the text is not UTF-8");
    }

    private static byte[] ReadBytes(string file)
    {
        if (!file.EndsWith(".gz", StringComparison.OrdinalIgnoreCase))
        {
            return System.IO.File.ReadAllBytes(file);
        }

        using GZipStream unzipped = new(System.IO.File.OpenRead(file), CompressionMode.Decompress);
        using MemoryStream content = new();
        unzipped.CopyTo(content);
        return content.ToArray();
    }
}
