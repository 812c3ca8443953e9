using System.Text;
using S3Gen.Runtime.Configuration;
using S3Gen.Runtime.Tests.Support;

namespace S3Gen.Runtime.Tests.Configuration;

public sealed class SharedFilesTests
{
    [TestCase("[profile dev]\nregion = x\n", "region", "x")]
    [TestCase("[ profile   dev ] ; remark\r\nregion=x\r\n", "region", "x", Description = "white space, CRLF and comments")]
    [TestCase("\uFEFF[profile dev]\nREGION = x # remark\n", "region", "x", Description = "byte order mark, case of names")]
    [TestCase("[profile dev]\nregion = x#y;z\n", "region", "x#y;z", Description = "a comment begins after white space")]
    [TestCase("[profile dev]\nregion = a=b\n", "region", "a=b")]
    [TestCase("[profile \"dev\"]\nregion = x\n", "region", "x")]
    [TestCase("[profile dev]\n  region = x\n  output = json\n", "output", "json", Description = "indented throughout")]
    [TestCase("[profile dev]\ns3 =\n  max_concurrent_requests = 10\n  multipart_threshold=64MB\nregion = x\n", "s3.multipart_threshold", "64MB")]
    [TestCase("[profile dev]\ns3 =\n  a = 1\nregion = x\n", "region", "x", Description = "after nested settings")]
    [TestCase("[profile dev]\nregion = a\n  b\n", "region", "a\nb", Description = "a value over two lines")]
    [TestCase("[profile dev]\nregion = old\n[other]\nregion = z\n[profile dev]\nregion = x\n", "region", "x", Description = "the last of two sections wins")]
    [TestCase("[profile dev]\nregion =\n", "region", null, Description = "nothing is no value")]
    [TestCase("[dev]\nregion = x\n", "region", null, Description = "config's profiles need the prefix")]
    [TestCase("[profiledev]\nregion = x\n", "region", null)]
    public void Config_is_read_as_AWS_describes_it(string config, string setting, string? value)
    {
        using TempHome home = new(config);

        Assert.That(new SharedFiles(home.Environment()).Read().FindProfile("dev")?[setting], Is.EqualTo(value));
    }

    [TestCase("[profile dev]\nsecret-without-equals\n", "line 2")]
    [TestCase("secret = x\n", "line 1")]
    [TestCase("[profile dev\nregion = x\n", "line 1")]
    [TestCase("[profile dev] secret\n", "line 1")]
    [TestCase("[profile dev]\ns3 =\n  secret\n", "line 3")]
    [TestCase("[profile dev]\naws_session_token = secret\n  region = x\n", "line 3", Description = "a secret is of one line")]
    public void Fault_names_file_and_line_and_nothing_of_it(string config, string line)
    {
        using TempHome home = new(config);

        Assert.That(
            () => new SharedFiles(home.Environment()).Read(),
            Throws.InstanceOf<SharedFileException>().With.Message.Contains(line).And.Message.Contains("config").And.Message.Not.Contains("secret"));
    }

    [TestCase("utf-8")]
    [TestCase("utf-16")]
    [TestCase("utf-16BE")]
    [TestCase("utf-32")]
    public void File_is_read_as_its_mark_says(string encoding)
    {
        using TempHome home = new();
        File.WriteAllText(Path.Combine(home.Path, ".aws", "config"), "[profile dev]\nregion = ä\n", Encoding.GetEncoding(encoding));

        Assert.That(new SharedFiles(home.Environment()).Read().FindProfile("dev")?["region"], Is.EqualTo("ä"));
    }

    [Test]
    public void Secrets_are_kept_apart_and_wiped()
    {
        using TempHome home = new("[profile dev]\nAWS_secret_access_key = hush # key\naws_session_token = hush-token\n");
        SharedFiles files = new(home.Environment());
        Profile profile = files.Read().FindProfile("dev")!;
        SecretString secret = profile.FindSecret("aws_secret_access_key")!;

        Assert.That((secret.Reveal(), profile.FindSecret("aws_session_token")!.Reveal()), Is.EqualTo(("hush", "hush-token")));
        Assert.That(profile["aws_secret_access_key"], Is.Null);
        files.Dispose();
        Assert.That(secret.Reveal, Throws.InstanceOf<ObjectDisposedException>());
    }

    [Test]
    [Platform(Exclude = "Win", Reason = "Links need a privilege there.")]
    public void File_behind_links_is_read_again_when_a_link_on_the_way_was_moved()
    {
        using TempHome home = new();
        home.Write("v1/config", "[profile dev]\nregion = one\n");
        home.Write("v2/config", "[profile dev]\nregion = two\n");
        string data = Path.Combine(home.Path, "data");
        Directory.CreateSymbolicLink(data, "v1");
        File.CreateSymbolicLink(Path.Combine(home.Path, ".aws", "config"), Path.Combine(data, "config"));
        SharedFiles files = new(home.Environment());
        Assert.That(files.Read().FindProfile("dev")?["region"], Is.EqualTo("one"));

        Directory.Delete(data);
        Directory.CreateSymbolicLink(data, "v2");
        File.SetLastWriteTimeUtc(Path.Combine(home.Path, "v2", "config"), DateTime.UtcNow.AddMinutes(1));

        Assert.That(files.Read().FindProfile("dev")?["region"], Is.EqualTo("two"));
    }

    [Test]
    [Platform(Exclude = "Win", Reason = "Links need a privilege there.")]
    public void Links_that_lead_round_in_circles_are_a_fault_of_the_file()
    {
        using TempHome home = new();
        string config = Path.Combine(home.Path, ".aws", "config");
        File.CreateSymbolicLink(config, config);

        Assert.That(() => new SharedFiles(home.Environment()).Read(), Throws.InstanceOf<SharedFileException>().With.Message.Contains(config));
    }

    [Test]
    public void Credentials_file_wins_over_config_and_prefixed_default_over_the_bare_one()
    {
        using TempHome home = new(
            "[default]\nregion = bare\noutput = bare\n[profile default]\nregion = prefixed\naws_access_key_id = C\n",
            "[default]\naws_access_key_id = K\n");

        Profile profile = new SharedFiles(home.Environment()).Read().FindProfile("default")!;

        Assert.That(profile["aws_access_key_id"], Is.EqualTo("K"));
        Assert.That(profile["region"], Is.EqualTo("prefixed"));
        Assert.That(profile["output"], Is.Null);
    }

    [Test]
    public void Variables_name_other_files()
    {
        using TempHome home = new("[profile dev]\nregion = x\n", "[dev]\naws_access_key_id = x\n");
        string config = home.Write("c", "[profile dev]\nregion = y\n");
        home.Write("k", "[dev]\naws_access_key_id = y\n");

        Profile profile = new SharedFiles(home.Environment(("AWS_CONFIG_FILE", config), ("AWS_SHARED_CREDENTIALS_FILE", "~/k"))).Read().FindProfile("dev")!;

        Assert.That((profile["region"], profile["aws_access_key_id"]), Is.EqualTo(("y", "y")));
    }

    [Test]
    public void Files_are_read_again_when_they_were_replaced_and_only_then()
    {
        using TempHome home = new("[profile dev]\nregion = x\n");
        SharedFiles files = new(home.Environment());
        SharedConfiguration first = files.Read();
        Profile same = files.Read().FindProfile("dev")!;

        home.Write(".aws/config", "[profile dev]\nregion = another\n");

        Assert.That(same["region"], Is.EqualTo("x"));
        Assert.That(first.Stamps.Any(static stamp => stamp.HasChanged), Is.True);
        Assert.That(files.Read().FindProfile("dev")!["region"], Is.EqualTo("another"));
    }

    [Test]
    public void Without_home_and_files_there_are_no_profiles() =>
        Assert.That(new SharedFiles(new FakeEnvironment()).Read().FindProfile("default"), Is.Null);
}
