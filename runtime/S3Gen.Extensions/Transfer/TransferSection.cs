using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace S3Gen.Extensions;

/// <summary>Reads a section by the names of <see cref="S3TransferOptions"/>, without reflection, and collects what is wrong with it.</summary>
internal sealed class TransferSection
{
    private static readonly string[] Names =
    [
        nameof(S3TransferOptions.Threshold), nameof(S3TransferOptions.PartSize), nameof(S3TransferOptions.Concurrency), nameof(S3TransferOptions.CopyThreshold),
        nameof(S3TransferOptions.CopyPartSize), nameof(S3TransferOptions.PartRetries), nameof(S3TransferOptions.BandwidthLimit),
    ];

    private readonly IConfiguration _section;
    private readonly List<string> _faults = [];

    private TransferSection(IConfiguration section) => _section = section;

    /// <summary>The options: what code leaves at its default is taken from the section.</summary>
    /// <exception cref="OptionsValidationException">The section is faulty; the message names all faults.</exception>
    internal static S3TransferOptions Merge(IConfiguration section, S3TransferOptions code)
    {
        S3TransferOptions defaults = new();
        TransferSection reader = new(section);
        S3TransferOptions merged = new()
        {
            Threshold = code.Threshold ?? reader.Size(nameof(code.Threshold)),
            PartSize = code.PartSize ?? reader.Size(nameof(code.PartSize)),
            Concurrency = code.Concurrency ?? reader.Count(nameof(code.Concurrency)),
            CopyThreshold = code.CopyThreshold != defaults.CopyThreshold ? code.CopyThreshold : reader.Size(nameof(code.CopyThreshold)) ?? defaults.CopyThreshold,
            CopyPartSize = code.CopyPartSize != defaults.CopyPartSize ? code.CopyPartSize : reader.Size(nameof(code.CopyPartSize)) ?? defaults.CopyPartSize,
            PartRetries = code.PartRetries != defaults.PartRetries ? code.PartRetries : reader.Count(nameof(code.PartRetries)) ?? defaults.PartRetries,
            BandwidthLimit = code.BandwidthLimit ?? reader.Size(nameof(code.BandwidthLimit)),
            TimeProvider = code.TimeProvider,
            LoggerFactory = code.LoggerFactory,
        };
        reader.CheckNames();
        return reader._faults.Count == 0 ? merged : throw new OptionsValidationException(nameof(S3TransferOptions), typeof(S3TransferOptions), reader._faults);
    }

    private static string? Text(IConfiguration section, string name) => section[name] is { } text && !string.IsNullOrWhiteSpace(text) ? text.Trim() : null;

    private string Label(string name) => _section is IConfigurationSection { Path: { Length: > 0 } path } ? $"{path}:{name}" : name;

    private int? Count(string name)
    {
        if (Text(_section, name) is not { } text)
        {
            return null;
        }

        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int value))
        {
            return value;
        }

        _faults.Add($"{Label(name)} is no whole number: write digits alone, e.g. 4");
        return null;
    }

    private long? Size(string name)
    {
        if (Text(_section, name) is not { } text)
        {
            return null;
        }

        if (TextSize.TryParse(text, out long size))
        {
            return size;
        }

        _faults.Add($"{Label(name)} is no size: write bytes, or a number with KB, MB or GB, e.g. 16MB");
        return null;
    }

    private void CheckNames() => _faults.AddRange(_section.GetChildren()
        .Where(static child => !Names.Contains(child.Key, StringComparer.OrdinalIgnoreCase))
        .Select(child => $"{Label(child.Key)} is no setting of transfers: use {string.Join(", ", Names)}"));
}
