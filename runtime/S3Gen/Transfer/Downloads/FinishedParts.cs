using Microsoft.Win32.SafeHandles;
using S3Gen.Transfer.State;

namespace S3Gen.Transfer.Downloads;

/// <summary>
/// Which parts of a download are in its temporary file. The state file says so only of what is on the disk, and is written every
/// few seconds, and when the download ends early.
/// </summary>
internal sealed class FinishedParts(DownloadState state, string stateFile, SafeFileHandle file, TimeProvider timeProvider)
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);

    private readonly Lock _lock = new();
    private readonly byte[] _bits = [.. state.Finished];
    private long _saved = timeProvider.GetTimestamp();

    internal static int BytesFor(int parts) => (parts + 7) / 8;

    internal bool Contains(int part) => (_bits[part / 8] & (1 << (part % 8))) != 0;

    internal void Add(int firstPart, int count)
    {
        lock (_lock)
        {
            for (int part = firstPart; part < firstPart + count; part++)
            {
                _bits[part / 8] |= (byte)(1 << (part % 8));
            }

            if (timeProvider.GetElapsedTime(_saved) < Interval)
            {
                return;
            }

            Save();
        }
    }

    internal void Save()
    {
        lock (_lock)
        {
            RandomAccess.FlushToDisk(file);
            (state with { Finished = [.. _bits] }).Save(stateFile);
            _saved = timeProvider.GetTimestamp();
        }
    }
}
