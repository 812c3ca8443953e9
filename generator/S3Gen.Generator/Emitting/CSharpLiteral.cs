namespace S3Gen.Generator.Emitting;

/// <summary>Text as C# literals.</summary>
internal static class CSharpLiteral
{
    public static string Text(string value) => $"\"{Escape(value)}\"";

    public static string Utf8(string value) => $"\"{Escape(value)}\"u8";

    public static string Bool(bool value) => value ? "true" : "false";

    private static string Escape(string value)
    {
        System.Text.StringBuilder text = new(value.Length);
        foreach (char c in value)
        {
            _ = c switch
            {
                '"' => text.Append("\\\""),
                '\\' => text.Append("\\\\"),
                < ' ' or '\u007f' or '\u2028' or '\u2029' or '\u0085' => text.Append("\\u").Append(((int)c).ToString("x4", System.Globalization.CultureInfo.InvariantCulture)),
                _ => text.Append(c),
            };
        }

        return text.ToString();
    }
}
