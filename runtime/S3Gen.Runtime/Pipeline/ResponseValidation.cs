using System.ComponentModel;
using S3Gen.Runtime.Checksums;

namespace S3Gen.Runtime.CodeGen;

/// <summary>What a model says of the checksums of an operation's responses.</summary>
/// <seealso href="https://smithy.io/2.0/aws/aws-core.html#aws-protocols-httpchecksum-trait"/>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ResponseValidation
{
    /// <summary>The one mode that there is.</summary>
    internal const string Enabled = "ENABLED";

    private readonly ChecksumKind[] _kinds;

    /// <summary>Takes down what the model says.</summary>
    /// <param name="modeHeader">The request's header that asks for checksums, in lower case.</param>
    /// <param name="algorithms">The algorithms, the best first. Those that came after this version are passed over.</param>
    public ResponseValidation(string modeHeader, params ReadOnlySpan<string> algorithms)
    {
        ArgumentNullException.ThrowIfNull(modeHeader);
        ModeHeader = modeHeader;
        ChecksumKind[] kinds = new ChecksumKind[algorithms.Length];
        int known = 0;
        foreach (string algorithm in algorithms)
        {
            if (ChecksumKinds.TryParse(algorithm, out ChecksumKind kind))
            {
                kinds[known++] = kind;
            }
        }

        _kinds = kinds[..known];
    }

    internal string ModeHeader { get; }

    /// <summary>How early an algorithm is preferred; -1 if it is not among those of the model.</summary>
    internal int RankOf(ChecksumKind kind) => Array.IndexOf(_kinds, kind);
}
