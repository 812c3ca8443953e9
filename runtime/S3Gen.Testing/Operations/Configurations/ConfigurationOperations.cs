using S3Gen.Testing.Server;
using S3Gen.Testing.Store;

namespace S3Gen.Testing.Operations.Configurations;

/// <summary>Stores, shows and removes the documents that buckets have one of each kind of.</summary>
internal sealed class ConfigurationOperations(ObjectStore store)
{
    internal void AddTo(Action<string, Func<S3Call, Task>> add)
    {
        foreach (ConfigurationKind kind in ConfigurationCatalog.All)
        {
            add(kind.Put, call => PutAsync(kind, call));
            add(kind.Get, call => GetAsync(kind, call));
            if (kind.Delete is { } delete)
            {
                add(delete, call => DeleteAsync(kind, call));
            }
        }
    }

    private Task PutAsync(ConfigurationKind kind, S3Call call)
    {
        Bucket bucket = store.Bucket(call.Bucket);
        kind.Validate(call.Input, bucket);
        bucket.SetDocument(kind.Name, call.Document);
        return call.EmptyAsync(kind.PutStatus);
    }

    private Task GetAsync(ConfigurationKind kind, S3Call call) => call.AnswerAsync(kind.Show(store.Bucket(call.Bucket).Document(kind.Name)));

    private Task DeleteAsync(ConfigurationKind kind, S3Call call)
    {
        store.Bucket(call.Bucket).SetDocument(kind.Name, null);
        return call.EmptyAsync(204);
    }
}
