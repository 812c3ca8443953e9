using S3Gen.ModelCases.Model;
using S3Gen.ModelCases.Values;

namespace S3Gen.ModelCases.Synthesis;

/// <summary>Makes whole inputs and outputs: values in which lengths and checksums are those of the body.</summary>
public static class MessageSynthesizer
{
    private const string ChecksumPrefix = "x-amz-checksum-";

    /// <summary>An input with every member set.</summary>
    public static StructureValue Input(OperationShape operation, int variant = 0) => FitToBody(new ValueSynthesizer(variant).Full(operation.Input), operation.Input);

    /// <summary>An input with its required members alone.</summary>
    public static StructureValue MinimalInput(OperationShape operation) => new ValueSynthesizer().Minimal(operation.Input);

    /// <summary>An output with every member set. A streamed blob's checksums are right, as the client may verify them.</summary>
    public static StructureValue Output(OperationShape operation, int variant = 0)
    {
        StructureValue output = FitToBody(new ValueSynthesizer(variant).Full(operation.Output), operation.Output);
        return StreamedBlob(output, operation.Output) is { } body ? WithChecksums(output, operation.Output, body) : output;
    }

    private static StructureValue FitToBody(StructureValue value, Shape message) =>
        StreamedBlob(value, message) is { } body && WithHeader(message, "Content-Length") is { } length
            ? value.With(length.Name, new IntegerValue(body.Bytes.Length))
            : value;

    private static StructureValue WithChecksums(StructureValue value, Shape message, BlobValue body)
    {
        foreach (Member member in message.Members)
        {
            string header = member.Traits.Text(Traits.HttpHeader)?.ToLowerInvariant() ?? string.Empty;
            if (header == ChecksumPrefix + "type")
            {
                value = value.With(member.Name, new TextValue("FULL_OBJECT"));
            }
            else if (header.StartsWith(ChecksumPrefix, StringComparison.Ordinal))
            {
                value = value.With(member.Name, new TextValue(BodyChecksums.Compute(header[ChecksumPrefix.Length..], body.Bytes.Span)));
            }
        }

        return value;
    }

    private static BlobValue? StreamedBlob(StructureValue value, Shape message) =>
        message.Members.FirstOrDefault(member => member.IsStreamingBlob) is { } member ? value[member.Name] as BlobValue : null;

    private static Member? WithHeader(Shape message, string name) =>
        message.Members.FirstOrDefault(member => string.Equals(member.Traits.Text(Traits.HttpHeader), name, StringComparison.OrdinalIgnoreCase));
}
