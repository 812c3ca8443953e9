namespace S3Gen;

/// <summary>Which keys become names of files. Whatever the rules, a key stays within the target folder, and no link leads out of it.</summary>
public enum FileNameRules
{
    /// <summary>
    /// What every system can store, so that a folder means the same wherever it is taken (the default). Besides <see cref="Native"/>'s rules
    /// no segment may be reserved on Windows (<c>CON</c>, <c>nul.txt</c>), end with a dot or space, or have one of <c>\ : * ? " &lt; &gt; |</c>, and
    /// no two keys of a download may differ in the case of letters alone, or in their composition, where the process has Unicode's data for that
    /// (it has not under invariant globalization).
    /// </summary>
    Portable,

    /// <summary>
    /// What the system at hand can store. No key may be absolute, have an empty segment, <c>.</c> or <c>..</c>, a control character or half a
    /// surrogate pair, or a segment of more than 255 bytes. On Windows these are the rules of <see cref="Portable"/>.
    /// </summary>
    Native,
}
