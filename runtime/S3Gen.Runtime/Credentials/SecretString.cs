using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;
using S3Gen.Runtime.CredentialSources;

namespace S3Gen.Runtime;

/// <summary>
/// A secret that shows nowhere: not in text, JSON, a debugger or an exception. Its bytes stay at one place in memory and are
/// overwritten with zeros when it is disposed, or collected. The only way out is <see cref="Reveal"/>.
/// </summary>
/// <remarks>The text that it is made from is the caller's: a <see cref="string"/> cannot be wiped.</remarks>
[DebuggerDisplay(Redacted)]
[DebuggerTypeProxy(typeof(RedactedView))]
[JsonConverter(typeof(SecretStringConverter))]
public sealed class SecretString : IDisposable
{
    private const string Redacted = "[REDACTED]";

    /// <summary>UTF-8, in an array that the garbage collector does not move, so that it leaves no copies behind.</summary>
    private readonly byte[] _bytes;

    private string? _headerValue;
    private volatile bool _isDisposed;

    /// <summary>Keeps a secret.</summary>
    /// <param name="text">The secret. It is copied; a buffer that held it can be cleared afterwards.</param>
    public SecretString(ReadOnlySpan<char> text)
    {
        _bytes = GC.AllocateUninitializedArray<byte>(Encoding.UTF8.GetByteCount(text), pinned: true);
        Encoding.UTF8.GetBytes(text, _bytes);
    }

    /// <summary>Keeps a secret that is UTF-8 already.</summary>
    internal SecretString(ReadOnlySpan<byte> text)
    {
        _bytes = GC.AllocateUninitializedArray<byte>(text.Length, pinned: true);
        text.CopyTo(_bytes);
    }

    /// <summary>Wipes the secret of an owner who forgot to.</summary>
    ~SecretString() => CryptographicOperations.ZeroMemory(_bytes);

    /// <summary>Whether there is nothing in it.</summary>
    internal bool IsEmpty => _bytes.Length == 0;

    /// <summary>
    /// The secret as UTF-8. Who uses it keeps this object alive for as long (<see cref="GC.KeepAlive"/>), for its end wipes the bytes.
    /// </summary>
    /// <exception cref="ObjectDisposedException">It was wiped.</exception>
    internal ReadOnlySpan<byte> Bytes
    {
        get
        {
            ObjectDisposedException.ThrowIf(_isDisposed, this);
            return _bytes;
        }
    }

    /// <summary>The text of a token that is sent as a header: made once, since the platform takes headers as strings only.</summary>
    /// <exception cref="ObjectDisposedException">It was wiped.</exception>
    internal string HeaderValue => Volatile.Read(ref _headerValue) is { } value && !_isDisposed ? value : _headerValue = Reveal();

    /// <summary>The same secret for another owner, who wipes it apart.</summary>
    /// <exception cref="ObjectDisposedException">It was wiped.</exception>
    internal SecretString Copy()
    {
        SecretString copy = new(Bytes);
        GC.KeepAlive(this);
        return copy;
    }

    /// <summary>Gives a copy of the secret as text, which nobody can wipe.</summary>
    /// <exception cref="ObjectDisposedException">It was wiped.</exception>
    public string Reveal()
    {
        string text = Encoding.UTF8.GetString(Bytes);
        GC.KeepAlive(this);
        return text;
    }

    /// <summary>Overwrites the secret with zeros. It cannot be used any more.</summary>
    public void Dispose()
    {
        _isDisposed = true;
        _headerValue = null;
        CryptographicOperations.ZeroMemory(_bytes);
        GC.SuppressFinalize(this);
    }

    /// <summary>That there is a secret, and nothing of it.</summary>
    public override string ToString() => Redacted;

    /// <summary>Whether two secrets are the same; a wiped one equals itself alone.</summary>
    internal bool Matches(SecretString other)
    {
        bool matches = ReferenceEquals(this, other)
            || (!_isDisposed && !other._isDisposed && CryptographicOperations.FixedTimeEquals(_bytes, other._bytes));
        GC.KeepAlive(this);
        GC.KeepAlive(other);
        return matches;
    }

    private sealed class RedactedView(SecretString secret)
    {
        public string Value { get; } = secret.ToString();
    }
}
