using S3Gen.Runtime.CredentialSources;
using S3Gen.Runtime.Tests.Support;

namespace S3Gen.Runtime.Tests.CredentialSources;

[Parallelizable(ParallelScope.All)] // Most of them wait for a limit to pass.
public sealed class ProcessTests
{
    private const string Keys = """{"Version":1,"AccessKeyId":"AKIDPROC","SecretAccessKey":"SK/+=","SessionToken":"TOKEN","Expiration":"2099-01-01T00:00:00Z"}""";

    [TestCase("a b  c", "a|b|c")]
    [TestCase("  \"a b\" 'c d' ", "a b|c d")]
    [TestCase("a\\ b \"c\\\"d\" 'e\\f'", "a b|c\"d|e\\f")]
    [TestCase("a\"b c\"d", "ab cd")]
    [TestCase("a '' \"\"", "a||")]
    [TestCase("/bin/x --y=$HOME;rm|&", "/bin/x|--y=$HOME;rm|&", Description = "nothing is expanded")]
    public void Command_is_split_as_a_shell_would(string command, string parts) =>
        Assert.That(string.Join('|', CommandLine.Split(command, isWindows: false)), Is.EqualTo(parts));

    [TestCase("\"C:\\Program Files\\x.exe\" a\\b 'c", "C:\\Program Files\\x.exe|a\\b|'c")]
    [TestCase("x \"a\\\"b\"", "x|a\"b")]
    public void On_Windows_backslashes_are_parts_of_paths(string command, string parts) =>
        Assert.That(string.Join('|', CommandLine.Split(command, isWindows: true)), Is.EqualTo(parts));

    [Test]
    public void Open_quote_is_refused() => Assert.That(() => CommandLine.Split("a 'b", isWindows: false), Throws.InstanceOf<FormatException>());

    [Test]
    [Platform(Exclude = "Win")]
    public async Task Keys_that_the_program_writes_are_used()
    {
        using TempHome home = new();
        string script = home.Write("a script.sh", $"echo hush >&2\nread line\necho '{Keys}'\n");

        Assert.That((await Fetch($"/bin/sh \"{script}\"")).Text(), Is.EqualTo("AKIDPROC|SK/+=|TOKEN|2099-01-01T00:00:00Z"));
    }

    [TestCase("exit 3", "ended with code 3")]
    [TestCase("echo hush; echo hush >&2; exit 0", "no JSON")]
    [TestCase("echo '{\"Version\":2,\"AccessKeyId\":\"A\",\"SecretAccessKey\":\"hush\"}'", "version 1")]
    [TestCase("echo '{\"Version\":1,\"AccessKeyId\":\"A\"}'", "no secret access key")]
    [TestCase("yes hush", "more than 64 KiB")]
    [Platform(Exclude = "Win")]
    public async Task Failure_is_described_without_what_the_program_wrote(string script, string message)
    {
        using TempHome home = new();
        string path = home.Write("script.sh", script);

        await Assert.ThatAsync(
            () => Fetch($"/bin/sh {path}"), Throws.InstanceOf<CredentialsException>().With.Message.Contains(message).And.Message.Not.Contains("hush"));
    }

    [TestCase("sleep 60")]
    [TestCase("sleep 60 & sleep 60", Description = "children are ended too")]
    [Platform(Exclude = "Win")]
    public async Task Program_that_takes_too_long_is_ended(string script)
    {
        using TempHome home = new();
        string path = home.Write("script.sh", script);

        await Assert.ThatAsync(
            () => Fetch($"/bin/sh {path}", TimeSpan.FromMilliseconds(200)), Throws.InstanceOf<CredentialsException>().With.Message.Contains("longer than 0.2 s"));
    }

    [Test]
    public async Task Program_that_is_not_there_is_named_without_its_arguments() => await Assert.ThatAsync(
        () => Fetch("/no/such/program --password hush"),
        Throws.InstanceOf<CredentialsException>().With.Message.Contains("/no/such/program").And.Message.Not.Contains("hush"));

    [Test]
    [Platform(Exclude = "Win")]
    public async Task Profile_names_the_program()
    {
        using TempHome home = new();
        string script = home.Write("script.sh", $"echo '{Keys}'");
        home.Write(".aws/config", $"[profile dev]\ncredential_process = /bin/sh {script}\n");
        using ProfileCredentialProvider provider = new("dev", new ClientOptions { Environment = home.Environment() });

        Assert.That((await provider.GetCredentialsAsync()).AccessKeyId, Is.EqualTo("AKIDPROC"));
    }

    private static async Task<Credentials> Fetch(string command, TimeSpan? limit = null) =>
        (await new ProcessSource(command, limit ?? TimeSpan.FromSeconds(30), TimeProvider.System).FetchAsync(default)).Credentials;
}
