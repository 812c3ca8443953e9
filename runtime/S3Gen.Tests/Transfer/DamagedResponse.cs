namespace S3Gen.Tests.Transfer;

/// <summary>Turns a bit of an object on its way.</summary>
internal static class DamagedResponse
{
    /// <summary>The response, with a bit turned if it is one that has this byte of the object.</summary>
    public static HttpResponseMessage At(long place, HttpRequestMessage request, HttpResponseMessage response) =>
        request.Method == HttpMethod.Get && request.Headers.Range?.Ranges.First() is { From: { } first, To: { } last } && first <= place && place <= last
            ? Flip(response, place - first)
            : response;

    public static HttpResponseMessage Flip(HttpResponseMessage response, long place)
    {
        byte[] body = response.Content.ReadAsByteArrayAsync().GetAwaiter().GetResult();
        body[place] ^= 4;
        ByteArrayContent damaged = new(body);
        foreach ((string name, IEnumerable<string> values) in response.Content.Headers)
        {
            damaged.Headers.TryAddWithoutValidation(name, values);
        }

        response.Content = damaged;
        return response;
    }
}
