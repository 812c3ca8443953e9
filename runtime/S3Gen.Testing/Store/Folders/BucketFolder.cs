using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace S3Gen.Testing.Store.Folders;

/// <summary>
/// A bucket's folder: <c>bucket.json</c>, a file for each key and each upload, and the bytes in files that never change. A record is written
/// beside its old one and moved over it, after the bytes that it names: what is read after a crash is whole.
/// </summary>
internal sealed class BucketFolder
{
    private readonly string _path;
    private readonly Dictionary<string, Dictionary<Content, string>> _filesOfKeys = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Dictionary<Content, string>> _filesOfUploads = new(StringComparer.Ordinal);

    internal BucketFolder(string path)
    {
        _path = path;
        Directory.CreateDirectory(Path.Combine(path, "keys"));
        Directory.CreateDirectory(Path.Combine(path, "uploads"));
        Directory.CreateDirectory(Path.Combine(path, "bytes"));
    }

    internal void Save(BucketRecord bucket) => Write(Path.Combine(_path, "bucket.json"), bucket, RecordJson.Default.BucketRecord);

    internal void SaveKey(string key, IReadOnlyList<ObjectVersion> versions)
    {
        string file = Path.Combine(_path, "keys", Name(key) + ".json");
        Dictionary<Content, string> old = _filesOfKeys.GetValueOrDefault(key) ?? NewTable();
        Dictionary<Content, string> kept = Keep(versions.Select(static version => version.Content), old);
        if (versions.Count == 0)
        {
            File.Delete(file);
            _filesOfKeys.Remove(key);
        }
        else
        {
            VersionRecord[] records = [.. versions.Select(version => RecordMapping.ToRecord(version, kept.GetValueOrDefault(version.Content)))];
            Write(file, new KeyRecord(key, records), RecordJson.Default.KeyRecord);
            _filesOfKeys[key] = kept;
        }
        Drop(old, kept);
    }

    internal void SaveUpload(Upload upload)
    {
        Dictionary<Content, string> old = _filesOfUploads.GetValueOrDefault(upload.Id) ?? NewTable();
        Dictionary<Content, string> kept = Keep(upload.Parts.Values.Select(static part => part.Content), old);
        IEnumerable<PartRecord> parts = upload.Parts.Values.Select(part => RecordMapping.ToRecord(part, kept.GetValueOrDefault(part.Content)));
        Write(Path.Combine(_path, "uploads", upload.Id + ".json"), RecordMapping.ToRecord(upload, parts), RecordJson.Default.UploadRecord);
        _filesOfUploads[upload.Id] = kept;
        Drop(old, kept);
    }

    internal void RemoveUpload(string id)
    {
        File.Delete(Path.Combine(_path, "uploads", id + ".json"));
        Drop(_filesOfUploads.GetValueOrDefault(id) ?? NewTable(), NewTable());
        _filesOfUploads.Remove(id);
    }

    internal void Remove() => Directory.Delete(_path, recursive: true);

    internal BucketRecord? ReadBucket() => Path.Combine(_path, "bucket.json") is var file && File.Exists(file) ? Read(file, RecordJson.Default.BucketRecord) : null;

    internal IEnumerable<(string Key, IReadOnlyList<ObjectVersion> Versions)> ReadKeys()
    {
        foreach (string file in Directory.EnumerateFiles(Path.Combine(_path, "keys"), "*.json"))
        {
            KeyRecord record = Read(file, RecordJson.Default.KeyRecord);
            Dictionary<Content, string> files = _filesOfKeys[record.Key] = NewTable();
            yield return (record.Key, [.. record.Versions.Select(version => RecordMapping.ToVersion(record.Key, version, Open(version.File, version.Length, files)))]);
        }
    }

    internal IEnumerable<(Upload Upload, IReadOnlyList<ObjectPart> Parts)> ReadUploads()
    {
        foreach (string file in Directory.EnumerateFiles(Path.Combine(_path, "uploads"), "*.json").Order(StringComparer.Ordinal))
        {
            UploadRecord record = Read(file, RecordJson.Default.UploadRecord);
            Dictionary<Content, string> files = _filesOfUploads[record.Id] = NewTable();
            yield return (RecordMapping.ToUpload(record), [.. record.Parts.Select(part => RecordMapping.ToPart(part, Open(part.File, part.Length, files)))]);
        }
    }

    private Content Open(string? file, long length, Dictionary<Content, string> files)
    {
        if (file is null)
        {
            return Content.Empty;
        }
        Content content = Content.OfFile(Path.Combine(_path, "bytes", file), length);
        files[content] = file;
        return content;
    }

    /// <summary>The files of these contents; those that have none yet are written.</summary>
    private Dictionary<Content, string> Keep(IEnumerable<Content> contents, Dictionary<Content, string> old)
    {
        Dictionary<Content, string> kept = NewTable();
        foreach (Content content in contents.Where(static content => content.Length > 0))
        {
            if (!old.TryGetValue(content, out string? file) && !kept.TryGetValue(content, out file))
            {
                file = Guid.NewGuid().ToString("n");
                WriteBytes(Path.Combine(_path, "bytes", file), content);
            }
            kept[content] = file;
        }
        return kept;
    }

    private void Drop(Dictionary<Content, string> old, Dictionary<Content, string> kept)
    {
        foreach ((Content content, string file) in old)
        {
            if (!kept.ContainsKey(content))
            {
                File.Delete(Path.Combine(_path, "bytes", file));
            }
        }
    }

    private static Dictionary<Content, string> NewTable() => new(ReferenceEqualityComparer.Instance);

    /// <summary>Keys are no file names.</summary>
    private static string Name(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));

    private static void WriteBytes(string file, Content content)
    {
        using FileStream stream = File.Create(file);
        foreach (ReadOnlyMemory<byte> segment in content.Segments)
        {
            stream.Write(segment.Span);
        }
    }

    private static void Write<T>(string file, T record, JsonTypeInfo<T> type)
    {
        string fresh = file + ".new";
        using (FileStream stream = File.Create(fresh))
        {
            JsonSerializer.Serialize(stream, record, type);
        }
        File.Move(fresh, file, overwrite: true);
    }

    private static T Read<T>(string file, JsonTypeInfo<T> type)
    {
        using FileStream stream = File.OpenRead(file);
        return JsonSerializer.Deserialize(stream, type) ?? throw new InvalidDataException($"{file} is empty.");
    }
}
