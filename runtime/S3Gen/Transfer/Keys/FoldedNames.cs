using System.IO.Hashing;
using System.Runtime.InteropServices;
using System.Text;

namespace S3Gen.Transfer.Keys;

/// <summary>
/// Finds names that Windows and macOS take for one, since they tell neither case nor the composition of characters apart: one file would
/// silently replace the other. It keeps hashes of the names, since there may be any number.
/// </summary>
internal sealed class FoldedNames(FileNameRules rules)
{
    private readonly bool _isNeeded = rules == FileNameRules.Portable || OperatingSystem.IsWindows() || OperatingSystem.IsMacOS();
    private readonly Lock _lock = new();
    private readonly Dictionary<ulong, ulong> _seen = [];

    /// <summary>Which rule a name breaks that is well-formed by itself; null if it breaks none. A name may come again.</summary>
    internal string? FindFault(string name)
    {
        if (!_isNeeded)
        {
            return null;
        }

        ulong folded = Hash(name.Normalize(NormalizationForm.FormC).ToUpperInvariant());
        ulong exact = Hash(name);
        lock (_lock)
        {
            return _seen.TryAdd(folded, exact) || _seen[folded] == exact
                ? null
                : "differs from another in the case or composition of letters alone, which Windows and macOS take for the same";
        }
    }

    private static ulong Hash(string text) => XxHash3.HashToUInt64(MemoryMarshal.AsBytes(text.AsSpan()));
}
