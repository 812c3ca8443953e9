using System.Text;

namespace S3Gen.Generator.Emitting;

/// <summary>Documentation comments.</summary>
internal static class XmlDoc
{
    private const int Width = 118;

    /// <summary>A summary, on one line where it fits.</summary>
    public static IReadOnlyList<string> Summary(string text) => Element("summary", text);

    public static IReadOnlyList<string> Element(string tag, string text)
    {
        string clean = Escape(text);
        string single = $"/// <{tag}>{clean}</{tag}>";
        if (single.Length <= Width)
        {
            return [single];
        }

        List<string> lines = [$"/// <{tag}>"];
        StringBuilder line = new();
        foreach (string word in clean.Split([' '], StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Length > 0 && line.Length + word.Length + 1 > Width)
            {
                lines.Add("/// " + line);
                line.Clear();
            }

            line.Append(line.Length > 0 ? " " : string.Empty).Append(word);
        }

        lines.Add("/// " + line);
        lines.Add($"/// </{tag}>");
        return lines;
    }

    public static string Escape(string text) =>
        string.Join(" ", new string([.. text.Select(c => char.IsControl(c) || c is '\u2028' or '\u2029' or '\ufffe' or '\uffff' ? ' ' : c)]).Split([' '], StringSplitOptions.RemoveEmptyEntries))
            .Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;");
}
