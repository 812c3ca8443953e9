using System.Collections.Concurrent;
using System.Globalization;
using System.Text.RegularExpressions;

namespace S3Gen.Runtime.Tests.Support;

/// <summary>An object as a server has it that knows ranges and conditions, and whose connections break off: one after so many bytes of a body, the next after so many more.</summary>
internal sealed partial class CutObject(string content, params int[] cuts)
{
    private readonly ConcurrentQueue<int> _cuts = new(cuts);

    public string ETag { get; set; } = "\"v1\"";

    /// <summary>More headers of the first response.</summary>
    public string Headers { get; init; } = string.Empty;

    public bool Resets { get; init; }

    public Reply Answer(string request)
    {
        if (Condition().Match(request) is { Success: true } condition && condition.Groups[1].Value != ETag)
        {
            return Reply.Error(412, "PreconditionFailed");
        }

        Match asked = Range().Match(request);
        (int first, int last) = asked.Success ? Resolve(asked) : (0, content.Length - 1);
        string body = content[first..(last + 1)];
        string head = asked.Success ? $"HTTP/1.1 206 X\r\nContent-Range: bytes {first}-{last}/{content.Length}\r\n" : "HTTP/1.1 200 X\r\n";
        head += $"Content-Length: {body.Length}\r\nETag: {ETag}\r\n{Headers}\r\n";
        return _cuts.TryDequeue(out int cut) && cut < body.Length ? Reply.Cut(head + body[..cut], Resets) : Reply.Raw(head + body);
    }

    private (int First, int Last) Resolve(Match asked)
    {
        int end = content.Length - 1;
        return asked.Groups[1].Value is not { Length: > 0 } first ? (content.Length - Number(asked.Groups[2].Value), end)
            : (Number(first), asked.Groups[2].Value is { Length: > 0 } last ? Math.Min(end, Number(last)) : end);
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\r\nRange: bytes=(\d*)-(\d*)\r\n", RegexOptions.IgnoreCase)]
    private static partial Regex Range();

    [GeneratedRegex(@"\r\nIf-Match: ([^\r]*)\r\n", RegexOptions.IgnoreCase)]
    private static partial Regex Condition();
}
