using System.Diagnostics;
using System.Reflection;
using System.Text;
using System.Text.Json;
using S3Gen.Runtime.Signing;

namespace S3Gen.Runtime.Tests.CredentialSources;

public sealed class SecretStringTests
{
    private const string Text = "väry-sécret/+=";

    [Test]
    public void Secret_comes_out_where_it_is_asked_for_and_nowhere_else()
    {
        using SecretString secret = new(Text);

        Assert.That(secret.Reveal(), Is.EqualTo(Text));
        Assert.That($"{secret}", Is.EqualTo("[REDACTED]"));
        Assert.That(JsonSerializer.Serialize(secret), Is.EqualTo("\"[REDACTED]\""));
        Assert.That(JsonSerializer.Serialize(new Credentials("AK", Text, "TOKEN")), Does.Contain("AK").And.Not.Contain("TOKEN").And.Not.Contain("cret/"));
    }

    [Test]
    public void Debugger_shows_that_there_is_a_secret()
    {
        using SecretString secret = new(Text);
        Type view = Type.GetType(typeof(SecretString).GetCustomAttribute<DebuggerTypeProxyAttribute>()!.ProxyTypeName)!;
        object shown = Activator.CreateInstance(view, secret)!;

        Assert.That(typeof(SecretString).GetCustomAttribute<DebuggerDisplayAttribute>()!.Value, Is.EqualTo("[REDACTED]"));
        Assert.That(view.GetProperties().Select(property => property.GetValue(shown)), Is.All.EqualTo("[REDACTED]"));
    }

    [Test]
    public void Nothing_converts_it_implicitly()
    {
        MethodInfo[] methods = typeof(SecretString).GetMethods(BindingFlags.Public | BindingFlags.Static);

        Assert.That(methods.Where(method => method.Name is "op_Implicit" or "op_Explicit"), Is.Empty);
    }

    [Test]
    public void Disposing_overwrites_the_bytes_with_zeros()
    {
        SecretString secret = new(Text);
        ReadOnlySpan<byte> bytes = secret.Bytes;
        byte[] before = bytes.ToArray();

        secret.Dispose();

        Assert.That(before, Is.EqualTo(Encoding.UTF8.GetBytes(Text)));
        Assert.That(bytes.ContainsAnyExcept((byte)0), Is.False);
        Assert.That(secret.Reveal, Throws.InstanceOf<ObjectDisposedException>());
        Assert.That(() => secret.HeaderValue, Throws.InstanceOf<ObjectDisposedException>());
    }

    [Test]
    public void Bytes_do_not_move_when_memory_is_compacted()
    {
        using SecretString secret = new(Text);
        nint before = AddressOf(secret);

        GC.Collect(2, GCCollectionMode.Forced, blocking: true, compacting: true);

        Assert.That(AddressOf(secret), Is.EqualTo(before));
    }

    [Test]
    public void Credentials_wipe_their_secrets_but_never_those_of_anonymous_ones()
    {
        Credentials credentials = new("AK", "SECRET", "TOKEN");

        credentials.Dispose();
        Credentials.Anonymous.Dispose();

        Assert.That(credentials.SecretAccessKey.Reveal, Throws.InstanceOf<ObjectDisposedException>());
        Assert.That(credentials.SessionToken!.Reveal, Throws.InstanceOf<ObjectDisposedException>());
        Assert.That(Credentials.Anonymous.SecretAccessKey.Reveal(), Is.Empty);
    }

    [Test]
    public void Signing_key_of_a_wiped_secret_is_not_given_to_another()
    {
        SigningKeyCache cache = new();
        SecretString secret = new("one");
        byte[] key = cache.Get(new SigningCredentials("AK", secret), "20260101", "r", "s3").ToArray();
        secret.Dispose();

        using SecretString zeros = new("\0\0\0");
        using SecretString same = new("one");

        Assert.That(cache.Get(new SigningCredentials("AK", zeros), "20260101", "r", "s3").ToArray(), Is.Not.EqualTo(key));
        Assert.That(cache.Get(new SigningCredentials("AK", same), "20260101", "r", "s3").ToArray(), Is.EqualTo(key));
    }

    [Test]
    public void Derived_keys_are_wiped_with_the_signer()
    {
        SigningKeyCache cache = new();
        SigningCredentials credentials = new("AK", "one");
        ReadOnlySpan<byte> key = cache.Get(credentials, "20260101", "r", "s3");

        cache.Clear();

        Assert.That(key.ContainsAnyExcept((byte)0), Is.False);
        Assert.That(cache.Count, Is.Zero);
    }

    private static unsafe nint AddressOf(SecretString secret)
    {
        fixed (byte* start = secret.Bytes)
        {
            return (nint)start;
        }
    }
}
