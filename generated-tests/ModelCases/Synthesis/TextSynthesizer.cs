using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using S3Gen.ModelCases.Model;

namespace S3Gen.ModelCases.Synthesis;

/// <summary>Texts that a member takes, with the characters that its place in the message has to escape.</summary>
public static class TextSynthesizer
{
    /// <summary>Makes the text number <paramref name="number"/> for a member that is no enum, or for an element of the member <paramref name="place"/>.</summary>
    public static string Make(Member member, Member place, int number)
    {
        if (Known(member, number) is { } known)
        {
            return known;
        }

        int min = Bound(member, "min") ?? 0;
        int max = Bound(member, "max") ?? int.MaxValue;
        string text = member.Text(Traits.Pattern) is { } pattern
            ? PatternSampler.Sample(pattern, min)
            : Flavoured(place, number.ToString(CultureInfo.InvariantCulture)).PadRight(min, 'x');
        return text.Length <= max ? text : text[..max];
    }

    /// <summary>Members of which the model, or the overlay, says more than a pattern can.</summary>
    private static string? Known(Member member, int number) =>
        IsBucket(member) ? "bucket-" + number
        : member.Has(Traits.ByteRange) ? "bytes=0-" + number
        : member.Has(Traits.CustomerKey) ? Convert.ToBase64String(SHA256.HashData(BitConverter.GetBytes(number)))
        : member.Traits.Has(Traits.HostLabel) ? "route-" + number
        : null;

    private static bool IsBucket(Member member) =>
        member.Has(Traits.BucketName) || member.Traits.Field(Traits.ContextParam, "name")?.GetString() == "Bucket";

    private static string Flavoured(Member place, string number) =>
        IsIn(place, Traits.HttpLabel, Traits.HttpQuery, Traits.HttpQueryParams) ? $"{number}/ü +&=?#%;{place.Name}"
        : IsIn(place, Traits.HttpHeader, Traits.HttpPrefixHeaders) ? $"{number}; of=\"{place.Name}\", x"
        : $"{number} <{place.Name}> & \"é\" 日本 ";

    private static bool IsIn(Member place, params ReadOnlySpan<string> bindings)
    {
        foreach (string binding in bindings)
        {
            if (place.Traits.Has(binding))
            {
                return true;
            }
        }

        return false;
    }

    private static int? Bound(Member member, string name) =>
        (member.Traits.Field(Traits.Length, name) ?? member.Target.Traits.Field(Traits.Length, name)) is JsonElement { ValueKind: JsonValueKind.Number } bound
            ? (int)Math.Min(bound.GetInt64(), int.MaxValue)
            : null;
}
