using S3Gen.Runtime.CodeGen;
using S3Gen.Runtime.Tests.Support;

namespace S3Gen.Runtime.Tests.CredentialSources;

public sealed class CredentialProviderTests
{
    private string _home = string.Empty;

    [SetUp]
    public void CreateHome()
    {
        _home = Directory.CreateTempSubdirectory().FullName;
        Directory.CreateDirectory(Path.Combine(_home, ".aws"));
    }

    [TearDown]
    public void DeleteHome() => Directory.Delete(_home, recursive: true);

    [Test]
    public async Task Environment_gives_keys_and_token()
    {
        FakeEnvironment environment = new(("AWS_ACCESS_KEY_ID", "AK"), ("AWS_SECRET_ACCESS_KEY", "SK"), ("AWS_SESSION_TOKEN", "T"));

        Credentials credentials = await new EnvironmentCredentialProvider(environment).GetCredentialsAsync();

        Assert.That((credentials.AccessKeyId, credentials.SecretAccessKey.Reveal(), credentials.SessionToken?.Reveal()), Is.EqualTo(("AK", "SK", "T")));
    }

    [Test]
    public async Task Profile_is_read_from_the_shared_file()
    {
        WriteFile("[default]\naws_access_key_id = A\naws_secret_access_key = S # comment\n\n[ dev ]\r\naws_access_key_id=AD\r\naws_secret_access_key=S=D#x\r\n");
        FakeEnvironment environment = new() { Home = _home };

        Credentials standard = await new ProfileCredentialProvider(null, new ClientOptions { Environment = environment }).GetCredentialsAsync();
        Credentials dev = await new ProfileCredentialProvider("dev", new ClientOptions { Environment = environment }).GetCredentialsAsync();

        Assert.That((standard.AccessKeyId, standard.SecretAccessKey.Reveal()), Is.EqualTo(("A", "S")));
        Assert.That((dev.AccessKeyId, dev.SecretAccessKey.Reveal()), Is.EqualTo(("AD", "S=D#x")));
    }

    [Test]
    public void Nothing_found_says_what_was_tried()
    {
        using ClientPipeline client = new(TestOperation.S3, new ClientOptions { Environment = new FakeEnvironment(("AWS_EC2_METADATA_DISABLED", "true")) { Home = _home } });

        Assert.That(
            () => client.RunAsync(TestOperation.Head),
            Throws.InstanceOf<CredentialsException>().With.Message.Contains("AWS_ACCESS_KEY_ID is not set").And.Message.Contains("profile 'default'"));
    }

    [Test]
    public void Half_a_key_pair_is_reported_rather_than_passed_over()
    {
        WriteFile("[default]\naws_access_key_id = A\naws_secret_access_key = S\n");
        FakeEnvironment environment = new(("AWS_ACCESS_KEY_ID", "AK")) { Home = _home };
        using ChainCredentialProvider chain = new([new EnvironmentCredentialProvider(environment), new ProfileCredentialProvider(null, new ClientOptions { Environment = environment })]);

        Assert.That(
            () => chain.GetCredentialsAsync().AsTask(),
            Throws.InstanceOf<CredentialsException>().With.Message.Contains("AWS_SECRET_ACCESS_KEY is not set"));
    }

    [Test]
    public async Task Chain_asks_once()
    {
        CountingProvider provider = new();
        using ChainCredentialProvider chain = new([provider]);

        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => chain.GetCredentialsAsync().AsTask()));

        Assert.That(provider.Count, Is.EqualTo(1));
    }

    [Test]
    public void Secrets_do_not_show()
    {
        Credentials credentials = new("AK", "SECRET", "TOKEN");

        Assert.That($"{credentials}", Does.Contain("AK").And.Not.Contain("SECRET").And.Not.Contain("TOKEN"));
        Assert.That(() => new Credentials("A\r\nB", "SECRET"), Throws.ArgumentException.With.Message.Not.Contains("SECRET"));
    }

    private void WriteFile(string text) => File.WriteAllText(Path.Combine(_home, ".aws", "credentials"), text);

    private sealed class CountingProvider : ICredentialProvider
    {
        private int _count;

        public int Count => _count;

        public async ValueTask<Credentials> GetCredentialsAsync(CancellationToken cancellationToken = default)
        {
            Interlocked.Increment(ref _count);
            await Task.Delay(20, cancellationToken);
            return new Credentials("AK", "SK");
        }
    }
}
