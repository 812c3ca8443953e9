using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace S3Gen.Runtime.Configuration;

/// <summary>The text of a file with secrets in it, in memory that is wiped in the end.</summary>
internal sealed class SensitiveText : IDisposable
{
    /// <summary>By their marks; that of UTF-32 begins as that of UTF-16. A file without one is UTF-8.</summary>
    private static readonly Encoding[] Encodings = [Encoding.UTF8, Encoding.UTF32, Encoding.Unicode, Encoding.BigEndianUnicode];

    private readonly char[] _characters;

    private SensitiveText(char[] characters) => _characters = characters;

    internal ReadOnlySpan<char> Characters => _characters;

    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It must not be read.</exception>
    internal static SensitiveText Read(string path)
    {
        byte[] bytes = File.ReadAllBytes(path);
        Encoding? marked = Array.Find(Encodings, encoding => bytes.AsSpan().StartsWith(encoding.Preamble));
        Encoding used = marked ?? Encoding.UTF8;
        ReadOnlySpan<byte> text = bytes.AsSpan(marked is null ? 0 : marked.Preamble.Length);
        char[] characters = GC.AllocateUninitializedArray<char>(used.GetCharCount(text), pinned: true);
        used.GetChars(text, characters);
        CryptographicOperations.ZeroMemory(bytes);
        return new SensitiveText(characters);
    }

    public void Dispose() => CryptographicOperations.ZeroMemory(MemoryMarshal.AsBytes(_characters.AsSpan()));
}
