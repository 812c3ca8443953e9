using System.Globalization;
using S3Gen.ModelCases.Http;
using S3Gen.ModelCases.Model;
using S3Gen.ModelCases.Values;
using S3Gen.Runtime;

namespace S3Gen.Conformance.Suites;

/// <summary>
/// Responses that an implementation without a connection takes for success, and that the client must not: a body shorter than its
/// Content-Length, and, where a 200 may turn out to be an error, no body at all (the suite <c>errors</c> has that as malformed).
/// </summary>
internal sealed class ImpossibleSuccess
{
    private const string Header = "Content-Length";

    private readonly Member? _length;
    private readonly WireResponse _response;

    private ImpossibleSuccess(Member? length, WireResponse response)
    {
        _length = length;
        _response = response;
    }

    /// <summary>The response as it would be with a true Content-Length; null if nothing of it can be kept.</summary>
    public WireResponse? Mended => _length is null ? null : _response with
    {
        Headers = [.. _response.Headers.Where(header => !IsLength(header.Key)), new(Header, _response.Body.Length.ToString(CultureInfo.InvariantCulture))],
    };

    public static ImpossibleSuccess? Find(OperationShape operation, WireResponse response)
    {
        HttpBinding binding = new(operation.Output);
        if (operation.Traits.Has(Traits.ErrorInSuccess) && binding.HasXmlBody && response.Body.IsEmpty)
        {
            return new ImpossibleSuccess(null, response);
        }

        bool isCutShort = operation.Method != "HEAD" && response.Headers.Any(header => IsLength(header.Key) && long.TryParse(header.Value, out long length) && length > response.Body.Length);
        return isCutShort ? new ImpossibleSuccess(binding.Headers.First(member => IsLength(member.Traits.Text(Traits.HttpHeader)!)), response) : null;
    }

    /// <summary>Reads the response as it is; what is wrong is that this does not fail.</summary>
    public async Task<IReadOnlyList<string>> RefusalAsync(Func<Task<StructureValue>> readAsync)
    {
        try
        {
            await readAsync();
        }
        catch (ServiceException exception) when (exception.IsMalformedResponse)
        {
            return [];
        }
        catch (HttpIOException exception) when (_length is not null && exception.HttpRequestError == HttpRequestError.ResponseEnded)
        {
            return [];
        }

        return [_length is null ? "an empty body where XML is due is taken for success" : "a body that is cut short is taken for whole"];
    }

    public StructureValue Mend(StructureValue expected) => expected.With(_length!.Name, new IntegerValue(_response.Body.Length));

    private static bool IsLength(string header) => header.Equals(Header, StringComparison.OrdinalIgnoreCase);
}
