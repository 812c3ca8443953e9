using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using S3Gen.Runtime.CodeGen;
using S3Gen.Runtime.Tests.Support;

namespace S3Gen.Runtime.Tests.CredentialSources;

/// <summary>A secret key and a session token go through everything that is public, and everything that comes out is searched for them.</summary>
public sealed class SecretsShowNowhereTests
{
    private const string Secret = "hush-secret-access-key";
    private const string Token = "hush-session-token";

    private static readonly JsonSerializerOptions Json = new() { ReferenceHandler = ReferenceHandler.IgnoreCycles };

    [Test]
    public void Nothing_public_that_holds_a_secret_shows_it_as_text_or_JSON_or_to_a_debugger()
    {
        using Credentials credentials = new("AK", Secret, Token);
        object[] holders =
        [
            credentials, credentials.SecretAccessKey, credentials.SessionToken!, new StaticCredentialProvider(credentials),
            new ChainCredentialProvider([new StaticCredentialProvider(credentials)]),
            new ClientOptions { Credentials = new StaticCredentialProvider(credentials) },
            S3Compatibility.CloudflareR2("a", credentials), new EnvironmentCredentialProvider(Environment()),
        ];

        foreach (object holder in holders)
        {
            Assert.That(Shown(holder), Does.Not.Contain("hush"), holder.GetType().Name);
        }
    }

    [Test]
    public void Every_public_type_that_gives_credentials_is_among_them_or_keeps_them_private()
    {
        IEnumerable<Type> types = typeof(ICredentialProvider).Assembly.GetExportedTypes().Where(static type => type.IsAssignableTo(typeof(ICredentialProvider)));
        foreach (Type type in types)
        {
            Assert.That(type.GetProperties().Select(static property => property.PropertyType), Has.None.EqualTo(typeof(Credentials)), type.Name);
            Assert.That(type.GetFields(), Is.Empty, type.Name);
        }
    }

    [Test]
    public async Task Calls_that_succeed_and_fail_show_no_secret_in_logs_exceptions_activities_and_metrics()
    {
        StringBuilder seen = new();
        using RecordedLog log = new();
        using ActivityListener activities = Listen(seen);
        using MeterListener meters = ListenToMeters(seen);
        await using RawServer server = new(Reply.Ok(), Reply.Error(500, "InternalError"), Reply.Error(403, "AccessDenied"), Reply.Raw("nonsense\r\n\r\n"), Reply.Reset());
        using (ClientPipeline client = new(TestOperation.S3, new ClientOptions
        {
            EndpointUrl = server.Url, Environment = Environment(), LoggerFactory = log, NextRandom = static () => 0, MaxRetries = 1,
        }))
        {
            await client.RunAsync(TestOperation.Head);
            for (int i = 0; i < 3; i++)
            {
                seen.Append(await Failure(() => client.RunAsync(TestOperation.Head)));
            }
        }

        Assert.That(server.Requests[0], Does.Contain($"x-amz-security-token: {Token}"), "it was sent");
        Assert.That(log.Entries, Is.Not.Empty);
        Assert.That(seen.Append(log.Everything).ToString(), Does.Not.Contain("hush"));
    }

    [Test]
    public async Task Client_keeps_the_key_of_a_profile_as_a_secret_alone_and_not_at_all_once_it_is_disposed()
    {
        using TempHome home = new(credentials: $"[default]\naws_access_key_id = AK\naws_secret_access_key = {Secret}\n");
        await using RawServer server = new(Reply.Ok());
        ClientPipeline client = new(TestOperation.S3, new ClientOptions { EndpointUrl = server.Url, Environment = home.Environment() });
        await client.RunAsync(TestOperation.Head);

        Assert.That(ObjectGraph.PathsTo(Secret, client, alsoInBytes: true), Is.Not.Empty, "it is found where it is");
        Assert.That(ObjectGraph.PathsTo(Secret, client, alsoInBytes: false), Is.Empty);
        await client.DisposeAsync();
        Assert.That(ObjectGraph.PathsTo(Secret, client, alsoInBytes: true), Is.Empty);
    }

    [Test]
    public async Task Sources_that_fail_show_no_secret()
    {
        using TempHome home = new(
            $"[profile dev]\naws_secret_access_key = {Secret}\n[profile role]\nrole_arn = arn:aws:iam::123456789012:role/r\nsource_profile = keys\n",
            $"[keys]\naws_access_key_id = AK\naws_secret_access_key = {Secret}\naws_session_token = {Token}\n[broken]\naws_access_key_id = A B\naws_secret_access_key = {Secret}\n");
        await using RawServer server = new(Reply.Status(403, $"<ErrorResponse><Error><Code>Denied</Code><Message>no</Message></Error></ErrorResponse>"));
        using RecordedLog log = new();
        ClientOptions options = new() { Environment = home.Environment(("AWS_ENDPOINT_URL_STS", server.Url.ToString())), LoggerFactory = log };
        StringBuilder seen = new();

        foreach (string profile in new[] { "dev", "role", "broken", "none" })
        {
            seen.Append(await Failure(async () =>
            {
                using ProfileCredentialProvider provider = new(profile, options);
                await provider.GetCredentialsAsync();
            }));
        }

        seen.Append(await Failure(() => new EnvironmentCredentialProvider(new FakeEnvironment(("AWS_ACCESS_KEY_ID", "A B"), ("AWS_SECRET_ACCESS_KEY", Secret))).GetCredentialsAsync().AsTask()));
        seen.Append(await Failure(() => Task.FromResult(new Credentials("AK", Secret, "hush\r\n"))));
        seen.Append(await Failure(() => Task.FromResult(new ClientPipeline(
            TestOperation.S3, new ClientOptions { EndpointUrl = new Uri("http://me:hush@x"), MaxRetries = -1, Environment = Environment() }))));

        Assert.That(seen.Append(log.Everything).ToString(), Does.Not.Contain("hush"));
    }

    [Test]
    public void Effective_settings_are_written_to_a_file_without_secrets()
    {
        using TempHome home = new(credentials: $"[default]\naws_access_key_id = AK\naws_secret_access_key = {Secret}\n");
        ClientOptions options = new() { Environment = home.Environment(("AWS_SECRET_ACCESS_KEY", Secret), ("AWS_SESSION_TOKEN", Token), ("https_proxy", "http://me:hush@p:1")) };

        string file = home.Write("state.json", JsonSerializer.Serialize(options.GetEffectiveSettings()) + string.Join('\n', options.GetEffectiveSettings()));

        Assert.That(File.ReadAllText(file), Does.Contain("us-east-1").And.Not.Contain("hush"));
    }

    private static FakeEnvironment Environment() =>
        new(("AWS_ACCESS_KEY_ID", "AK"), ("AWS_SECRET_ACCESS_KEY", Secret), ("AWS_SESSION_TOKEN", Token));

    /// <summary>Text, JSON, and what a debugger shows: its display, its proxy, and all public members.</summary>
    private static string Shown(object holder)
    {
        StringBuilder shown = new($"{holder}");
        try
        {
            shown.Append(JsonSerializer.Serialize(holder, holder.GetType(), Json));
        }
        catch (Exception e) when (e is NotSupportedException or InvalidOperationException or JsonException)
        {
            shown.Append(e);
        }

        foreach (PropertyInfo property in holder.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            shown.Append(property.GetValue(holder));
        }

        return shown.Append(holder.GetType().GetCustomAttribute<DebuggerDisplayAttribute>()?.Value).ToString();
    }

    private static async Task<string> Failure(Func<Task> act)
    {
        try
        {
            await act();
        }
        catch (Exception e)
        {
            return e.ToString() + (e is ServiceException ? Shown(e) : string.Empty);
        }

        throw new AssertionException("It should have failed.");
    }

    private static ActivityListener Listen(StringBuilder seen)
    {
        ActivityListener listener = new()
        {
            ShouldListenTo = static _ => true,
            Sample = static (ref _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity =>
            {
                lock (seen)
                {
                    seen.Append(activity.DisplayName).AppendJoin(';', activity.TagObjects).AppendJoin(';', activity.Events.SelectMany(static e => e.Tags));
                }
            },
        };
        ActivitySource.AddActivityListener(listener);
        return listener;
    }

    private static MeterListener ListenToMeters(StringBuilder seen)
    {
        MeterListener listener = new() { InstrumentPublished = static (instrument, listening) => listening.EnableMeasurementEvents(instrument) };
        void Record<T>(Instrument instrument, T value, ReadOnlySpan<KeyValuePair<string, object?>> tags, object? state)
        {
            lock (seen)
            {
                seen.Append(instrument.Name).Append(value).AppendJoin(';', tags.ToArray());
            }
        }

        listener.SetMeasurementEventCallback<double>(Record);
        listener.SetMeasurementEventCallback<long>(Record);
        listener.SetMeasurementEventCallback<int>(Record);
        listener.Start();
        return listener;
    }
}
