using System.Globalization;
using S3Gen.ModelCases.Client;
using S3Gen.ModelCases.Http;
using S3Gen.ModelCases.Model;
using S3Gen.ModelCases.Values;

namespace S3Gen.Conformance.Suites;

/// <summary>
/// A response whose body is shorter than its <c>Content-Length</c>, which an implementation without a connection takes for success. The
/// client has to fail when the body ends; all else of the case is held against the response with the body's length.
/// </summary>
internal sealed class CutShortBody
{
    private const string Header = "Content-Length";

    private readonly Member _length;
    private readonly WireResponse _response;

    private CutShortBody(Member length, WireResponse response)
    {
        _length = length;
        _response = response;
    }

    /// <summary>The response as it would be with a true Content-Length.</summary>
    public WireResponse Mended => _response with
    {
        Headers = [.. _response.Headers.Where(header => !IsLength(header.Key)), new(Header, _response.Body.Length.ToString(CultureInfo.InvariantCulture))],
    };

    public static CutShortBody? Find(OperationShape operation, WireResponse response)
    {
        bool isCutShort = operation.Method != "HEAD"
            && response.Headers.Any(header => IsLength(header.Key) && long.TryParse(header.Value, out long length) && length > response.Body.Length);
        return isCutShort
            ? new CutShortBody(new HttpBinding(operation.Output).Headers.First(member => IsLength(member.Traits.Text(Traits.HttpHeader)!)), response)
            : null;
    }

    /// <summary>Reads the response as it is; what is wrong is that this does not fail.</summary>
    public static async Task<IReadOnlyList<string>> RefusalAsync(Func<Task<StructureValue>> readAsync)
    {
        try
        {
            await readAsync();
        }
        catch (HttpIOException exception) when (exception.HttpRequestError == HttpRequestError.ResponseEnded)
        {
            return [];
        }

        return ["a body that is cut short is taken for whole"];
    }

    public StructureValue Mend(StructureValue expected) => expected.With(_length.Name, new IntegerValue(_response.Body.Length));

    private static bool IsLength(string header) => header.Equals(Header, StringComparison.OrdinalIgnoreCase);
}
