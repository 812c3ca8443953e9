using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace S3Gen.Transfer.State;

/// <summary>Reads and writes state files. A file is replaced as a whole, so that a process that dies leaves the old or the new one.</summary>
internal static class StateFiles
{
    internal const int Version = 1;

    /// <summary>The state that a file holds; null if there is no file.</summary>
    /// <exception cref="TransferException">It is no state file, or one of another kind or version.</exception>
    internal static T? Load<T>(string path, JsonTypeInfo<T> type, string kind)
        where T : TransferState
    {
        byte[] json;
        try
        {
            json = File.ReadAllBytes(path);
        }
        catch (FileNotFoundException)
        {
            return null;
        }

        return Parse(path, json, type, kind);
    }

    /// <summary>The state that a file holds, of whichever kind.</summary>
    internal static TransferState LoadAny(string path)
    {
        byte[] json = File.ReadAllBytes(path);
        return Read(path, json, TransferStateJson.Default.TransferState)?.Kind == UploadState.KindName
            ? Parse(path, json, TransferStateJson.Default.UploadState, UploadState.KindName)
            : Parse(path, json, TransferStateJson.Default.DownloadState, DownloadState.KindName);
    }

    internal static void Save<T>(string path, T state, JsonTypeInfo<T> type)
    {
        string draft = $"{path}.{Guid.NewGuid():N}";
        try
        {
            File.WriteAllBytes(draft, JsonSerializer.SerializeToUtf8Bytes(state, type));
            File.Move(draft, path, overwrite: true);
        }
        catch
        {
            File.Delete(draft);
            throw;
        }
    }

    internal static void Delete(string? path)
    {
        if (path is not null)
        {
            File.Delete(path);
        }
    }

    private static T Parse<T>(string path, byte[] json, JsonTypeInfo<T> type, string kind)
        where T : TransferState
    {
        TransferState? state = Read(path, json, TransferStateJson.Default.TransferState);
        return state is { Version: Version } && state.Kind == kind && Read(path, json, type) is { } whole
            ? whole
            : throw Refuse(path, $"is not the state of {kind} in version {Version}, but '{state?.Kind}' in version {state?.Version}");
    }

    private static T? Read<T>(string path, byte[] json, JsonTypeInfo<T> type)
    {
        try
        {
            return JsonSerializer.Deserialize(json, type);
        }
        catch (JsonException e)
        {
            throw Refuse(path, $"is no state file of a transfer: {e.Message}", e);
        }
    }

    internal static TransferException Refuse(string path, string rule, Exception? inner = null) =>
        new($"The state file '{path}' {rule}. Give another file, or discard this transfer with {nameof(S3Transfer)}.{nameof(S3Transfer.DiscardAsync)} and begin anew.", inner) { StateFile = path };
}
