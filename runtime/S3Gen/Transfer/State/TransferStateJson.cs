using System.Text.Json.Serialization;

namespace S3Gen.Transfer.State;

/// <summary>How state files are written, without reflection.</summary>
[JsonSourceGenerationOptions(WriteIndented = true, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(TransferState))]
[JsonSerializable(typeof(UploadState))]
[JsonSerializable(typeof(DownloadState))]
internal sealed partial class TransferStateJson : JsonSerializerContext;
