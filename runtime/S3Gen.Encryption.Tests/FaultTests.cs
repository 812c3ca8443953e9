using System.Security.Cryptography;
using S3Gen.Testing;

namespace S3Gen.Encryption.Tests;

/// <summary>Connections that break and services that fail cost a retry, never the content, and never a second text under one key.</summary>
public sealed class FaultTests
{
    private const int MiB = 1 << 20;

    private EncryptionRig _rig = null!;

    [OneTimeSetUp]
    public async Task StartAsync() => _rig = await EncryptionRig.StartAsync();

    [OneTimeTearDown]
    public async Task StopAsync() => await _rig.DisposeAsync();

    [TearDown]
    public void Repair() => _rig.Faults.Clear();

    [Test]
    public async Task Write_that_fails_twice_is_readable_at_last([Values] EncryptionFormats format)
    {
        byte[] content = RandomNumberGenerator.GetBytes(200_000);
        _rig.Faults.Add(new FaultRule { Operation = "PutObject", Times = 1, CloseConnection = true });
        _rig.Faults.Add(new FaultRule { Operation = "PutObject", Times = 1, ErrorCode = "SlowDown" });

        await EncryptionRig.PutAsync(_rig.Client(EncryptionRig.Options(format)), "retried", content);

        Assert.That(await _rig.GetAsync("retried", EncryptionRig.Options(format)), Is.EqualTo(content));
    }

    [Test]
    public async Task Part_that_fails_is_sent_again_as_it_was()
    {
        byte[] content = RandomNumberGenerator.GetBytes((12 * MiB) + 5);
        _rig.Faults.Add(new FaultRule { Operation = "UploadPart", FromCall = 2, Times = 2, ErrorCode = "InternalError", Status = 500 });
        S3Transfer transfer = new(_rig.Plain, new S3TransferOptions { PartSize = 5 * MiB });

        await _rig.Client().UploadAsync(transfer, EncryptionRig.Bucket, "parts", new PiecewiseStream(content, [100_000]));

        Assert.That((await _rig.GetAsync("parts")).AsSpan().SequenceEqual(content), Is.True);
    }

    [Test]
    public async Task Body_that_changes_between_two_attempts_is_not_encrypted_again()
    {
        _rig.Faults.Add(new FaultRule { Operation = "PutObject", Times = 1, ErrorCode = "SlowDown" });
        using ChangingStream content = new(new byte[100_000]);

        InvalidOperationException refusal = (await Assert.ThrowsAsync<InvalidOperationException>(async () => await _rig.Client().PutObjectAsync(
            new PutObjectRequest { Bucket = EncryptionRig.Bucket, Key = "changing", Body = RequestBody.FromStream(content) })))!;

        Assert.That(refusal.Message, Does.Contain("changed between two attempts"));
        await Assert.CatchAsync<S3Exception>(() => _rig.Plain.HeadObjectAsync(EncryptionRig.Bucket, "changing"));
    }

    [Test]
    public async Task Read_that_breaks_off_goes_on()
    {
        byte[] content = RandomNumberGenerator.GetBytes(500_000);
        await EncryptionRig.PutAsync(_rig.Client(), "cut", content);
        _rig.Faults.Add(new FaultRule { Operation = "GetObject", Times = 1, TruncateBodyAt = 123_457 });

        Assert.That(await _rig.GetAsync("cut"), Is.EqualTo(content));
    }

    [Test]
    public async Task Read_that_never_ends_well_leaves_no_file()
    {
        await EncryptionRig.PutAsync(_rig.Client(), "cut short", RandomNumberGenerator.GetBytes(500_000));
        _rig.Faults.Add(new FaultRule { Operation = "GetObject", TruncateBodyAt = 0 });
        string folder = Directory.CreateTempSubdirectory("encryption").FullName;

        await Assert.CatchAsync(async () => await _rig.Client().GetObjectToFileAsync(
            new GetObjectRequest { Bucket = EncryptionRig.Bucket, Key = "cut short" }, Path.Combine(folder, "file")));

        Assert.That(Directory.GetFiles(folder), Is.Empty);
        Directory.Delete(folder);
    }

    [Test]
    public async Task Byte_that_is_damaged_on_its_way_is_noticed()
    {
        await EncryptionRig.PutAsync(_rig.Client(), "damaged", RandomNumberGenerator.GetBytes(1000));
        _rig.Faults.Add(new FaultRule { Operation = "GetObject", CorruptBodyAt = 500 });

        await Assert.ThrowsAsync<S3EncryptionException>(async () => await _rig.GetAsync("damaged"));
    }

    /// <summary>A stream whose owner writes to it while it is sent again.</summary>
    private sealed class ChangingStream(byte[] content) : MemoryStream(content)
    {
        private bool _wasRead;

        public override long Position
        {
            get => base.Position;
            set => Rewind(value);
        }

        public override long Seek(long offset, SeekOrigin loc)
        {
            Rewind(loc == SeekOrigin.Begin ? offset : base.Position + offset);
            return base.Position;
        }

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            _wasRead = true;
            return base.ReadAsync(buffer, cancellationToken);
        }

        private void Rewind(long position)
        {
            if (_wasRead)
            {
                base.Position = 0;
                WriteByte(0xFF);
            }

            base.Position = position;
        }
    }
}
