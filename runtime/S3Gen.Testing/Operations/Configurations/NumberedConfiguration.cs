using S3Gen.Testing.CodeGen;
using S3Gen.Testing.Errors;
using S3Gen.Testing.Server;
using S3Gen.Testing.Store;

namespace S3Gen.Testing.Operations.Configurations;

/// <summary>A kind of document that a bucket has many of, told apart by ids.</summary>
/// <typeparam name="TPut">The input of the operation that stores one.</typeparam>
internal abstract class NumberedConfiguration<TPut>(ObjectStore store, string name, string subject)
    where TPut : IServerInput<TPut>
{
    private const int PageSize = 100;
    private const int MaxConfigurations = 1000;

    internal void AddTo(Action<string, Func<S3Call, Task>> add)
    {
        add($"Put{subject}", PutAsync);
        add($"Get{subject}", GetAsync);
        add($"Delete{subject}", DeleteAsync);
        add($"List{subject}s", ListAsync);
    }

    /// <summary>The id inside the document.</summary>
    protected abstract string? IdOf(TPut put);

    protected abstract IServerOutput Show(TPut put);

    protected abstract IServerOutput ShowPage(IReadOnlyList<TPut> page, string? token, string? next);

    private Task PutAsync(S3Call call)
    {
        Bucket bucket = store.Bucket(call.Bucket);
        string id = RequireId(call);
        if (IdOf(TPut.Read(call.Input)) != id)
        {
            throw Faults.InvalidArgument("The id of the configuration does not match the id of the request", "id", id);
        }
        if (bucket.DocumentsUnder(name + "/").Count >= MaxConfigurations && bucket.Document($"{name}/{id}") is null)
        {
            throw new S3Fault(400, "TooManyConfigurations", "You are attempting to create a new configuration but have already reached the 1,000-configuration limit.");
        }
        bucket.SetDocument($"{name}/{id}", call.Document);
        return call.EmptyAsync(name == "intelligent-tiering" ? 200 : 204);
    }

    private Task GetAsync(S3Call call) => call.AnswerAsync(Show(StoredDocument.Read<TPut>(Require(call))));

    private Task DeleteAsync(S3Call call)
    {
        Require(call);
        store.Bucket(call.Bucket).SetDocument($"{name}/{RequireId(call)}", null);
        return call.EmptyAsync(204);
    }

    private Task ListAsync(S3Call call)
    {
        string? token = call.Query.NonEmpty("continuation-token");
        string after = ContinuationToken.Decode(token);
        List<KeyValuePair<string, byte[]>> rest =
            [.. store.Bucket(call.Bucket).DocumentsUnder(name + "/").Where(document => string.CompareOrdinal(document.Key, after) > 0)];
        List<KeyValuePair<string, byte[]>> page = [.. rest.Take(PageSize)];
        string? next = page.Count < rest.Count ? ContinuationToken.Encode(page[^1].Key) : null;
        return call.AnswerAsync(ShowPage([.. page.Select(static document => StoredDocument.Read<TPut>(document.Value))], token, next));
    }

    private byte[] Require(S3Call call) => store.Bucket(call.Bucket).Document($"{name}/{RequireId(call)}")
        ?? throw new S3Fault(404, "NoSuchConfiguration", "The specified configuration does not exist.");

    private static string RequireId(S3Call call) =>
        call.Query.NonEmpty("id") is { Length: <= 64 } id ? id : throw Faults.InvalidArgument("The id must have 1 to 64 characters", "id", call.Query["id"] ?? "");
}
