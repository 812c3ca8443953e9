using S3Gen.Runtime.CodeGen;

namespace S3Gen.Runtime.Http;

/// <summary>The headers of a response for those who need them when it is gone.</summary>
internal static class ResponseHeaders
{
    internal static IReadOnlyList<KeyValuePair<string, string>> Copy(HttpResponseMessage message)
    {
        List<KeyValuePair<string, string>> headers = [];
        ResponseHeaderEnumerator enumerator = new(message);
        while (enumerator.MoveNext())
        {
            headers.Add(new(enumerator.Current.Name, enumerator.Current.Value));
        }

        return headers;
    }
}
