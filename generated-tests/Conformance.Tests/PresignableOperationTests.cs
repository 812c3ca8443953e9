using S3Gen.ModelCases.Client;
using S3Gen.ModelCases.Http;
using S3Gen.ModelCases.Model;
using S3Gen.ModelCases.Synthesis;
using S3Gen.ModelCases.TypedValues;
using S3Gen.ModelCases.Values;
using S3Gen.Runtime;

namespace S3Gen.Conformance.Tests;

/// <summary>Every operation of the model has presigned URLs, whatever it is.</summary>
public sealed class PresignableOperationTests
{
    private static readonly Uri Endpoint = new("https://store.example");

    private static IEnumerable<TestCaseData> Operations =>
        ModelFiles.LoadS3().Operations.Select(operation => new TestCaseData(operation).SetArgDisplayNames(operation.Name));

    [TestCaseSource(nameof(Operations))]
    public async Task Presigned_URL_has_method_path_and_query_of_the_operation_and_a_signature(OperationShape operation)
    {
        StructureValue input = MessageSynthesizer.MinimalInput(operation);
        foreach (Member stream in operation.Input.Members.Where(static member => member.IsStreamingBlob))
        {
            input = stream.IsRequired ? input.With(stream.Name, new BlobValue(default)) : input.Without(stream.Name);
        }

        IPresignable request = (IPresignable)TypedBinder.Bind(input, operation.Input, S3Clients.Types.Request(operation));
        await using S3Client client = S3Clients.Create(Endpoint);

        PresignedUrl url = await client.PresignAsync(request);

        ILookup<string, string> query = UriText.ParseQuery(url.Uri.Query).ToLookup(static pair => pair.Key, static pair => pair.Value);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(url.Method.Method, Is.EqualTo(operation.Method));
            Assert.That(query["X-Amz-Signature"].Single(), Has.Length.EqualTo(64));
            Assert.That(query["X-Amz-Expires"], Is.EqualTo(new[] { "3600" }));
            Assert.That(query["X-Amz-SignedHeaders"].Single().Split(';'), Is.EquivalentTo(url.SignedHeaders.Keys.Select(static name => name.ToLowerInvariant()).Append("host")));
            Assert.That(
                UriText.ParseQuery(operation.Uri.Split('?').ElementAtOrDefault(1) ?? "").Where(static pair => pair.Key != "x-id").Where(pair => !query[pair.Key].Contains(pair.Value)),
                Is.Empty);
            Assert.That(url.Body.IsEmpty, Is.Not.EqualTo(HasDocument(operation, input)));
        }
    }

    /// <summary>Whether the input has a document to send: members in the body, or a payload that is set and no stream.</summary>
    private static bool HasDocument(OperationShape operation, StructureValue input)
    {
        HttpBinding binding = new(operation.Input);
        return binding.Payload is { } payload ? input[payload.Name] is not null && !payload.IsStreamingBlob : binding.Document.Count > 0;
    }
}
