namespace S3Gen.Runtime.Errors;

/// <summary>The beginning of a body that could not be read, fit to be printed: what may be of use to whoever looks into it.</summary>
internal static class ResponseExcerpt
{
    internal const int MaxBytes = 256;

    internal static string? From(ReadOnlySpan<byte> body)
    {
        if (body.IsEmpty)
        {
            return null;
        }

        return string.Create(Math.Min(body.Length, MaxBytes), body, static (text, body) =>
        {
            for (int i = 0; i < text.Length; i++)
            {
                text[i] = body[i] is >= 0x20 and < 0x7F ? (char)body[i] : body[i] is (byte)'\n' or (byte)'\r' or (byte)'\t' ? ' ' : '?';
            }
        });
    }
}
