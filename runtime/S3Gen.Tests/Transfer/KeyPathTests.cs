using System.Text;
using CsCheck;
using S3Gen.Transfer.Keys;

namespace S3Gen.Tests.Transfer;

public sealed class KeyPathTests
{
    private static readonly string[] Pieces =
        ["..", ".", "/", "//", "a", "b.txt", "\\", ":", "C:", "CON", "nul.txt", "com1", "x.", "y ", "\0", "\n", "é", "😀", "\uD800", "*", "?", "", "~", "%2e%2e", "..\\", "file:stream", new('n', 300)];

    private static readonly Gen<string> Keys = Gen.Int[0, Pieces.Length - 1].Select(static i => Pieces[i]).Array[0, 6].Select(static pieces => string.Concat(pieces));

    [TestCase("../up", "segment '..'")]
    [TestCase("a/../../up", "segment '..'")]
    [TestCase("a/..", "segment '..'")]
    [TestCase("./a", "segment '.'")]
    [TestCase("/etc/passwd", "absolute")]
    [TestCase("//server/share", "absolute")]
    [TestCase("a//b", "empty segment")]
    [TestCase("a/", "empty segment")]
    [TestCase("", "empty")]
    [TestCase("a\0b", "control character")]
    [TestCase("a\nb", "control character")]
    [TestCase("a\u0085b", "control character")]
    public void Key_is_refused_on_every_system(string key, string rule)
    {
        Assert.That(KeyPath.FindFault(key, FileNameRules.Native), Does.Contain(rule));
        Assert.That(KeyPath.FindFault(key, FileNameRules.Portable), Does.Contain(rule));
    }

    [TestCase("C:/windows", "colon")]
    [TestCase("C:file", "colon")]
    [TestCase("file.txt:stream", "colon")]
    [TestCase("..\\up", "backslash")]
    [TestCase("\\\\server\\share", "backslash")]
    [TestCase("a/CON", "device")]
    [TestCase("con.txt", "device")]
    [TestCase("a/NUL .tar.gz", "device")]
    [TestCase("lpt1", "device")]
    [TestCase("COM¹.log", "device")]
    [TestCase("CONIN$", "device")]
    [TestCase("a./b", "dot or a space")]
    [TestCase("name...", "dot or a space")]
    [TestCase("name ", "dot or a space")]
    [TestCase("what?", "'?'")]
    [TestCase("a|b", "'|'")]
    public void Key_is_refused_where_names_have_to_be_portable(string key, string rule)
    {
        Assert.That(KeyPath.FindFault(key, FileNameRules.Portable), Does.Contain(rule));
        if (!OperatingSystem.IsWindows())
        {
            Assert.That(KeyPath.FindFault(key, FileNameRules.Native), Is.Null);
        }
    }

    [TestCase("a/b/c.txt")]
    [TestCase("...a")]
    [TestCase(".hidden/x")]
    [TestCase("console/company1/nullable.txt")]
    [TestCase("COM/LPT10/aux-file")]
    [TestCase("été/😀")]
    [TestCase("a%2e%2e/b c")]
    public void Key_is_taken(string key) => Assert.That(KeyPath.FindFault(key, FileNameRules.Portable), Is.Null);

    [Test]
    public void Half_a_surrogate_pair_is_refused() =>
        Assert.That(KeyPath.FindFault("a\uD800b", FileNameRules.Native), Does.Contain("surrogate"));

    [Test]
    public void Segment_of_more_than_255_bytes_is_refused()
    {
        Assert.That(KeyPath.FindFault(new string('a', 255), FileNameRules.Portable), Is.Null);
        Assert.That(KeyPath.FindFault(new string('é', 128), FileNameRules.Portable), Does.Contain("255 bytes"));
    }

    [Test]
    public void Whatever_is_taken_stays_in_the_folder([Values] FileNameRules rules)
    {
        string folder = Path.Combine(Path.GetTempPath(), "s3gen-none", "target");
        Keys.Sample(key =>
        {
            string? path = null;
            try
            {
                path = KeyPath.Resolve(folder, key, key, rules);
            }
            catch (UnsafeKeyException)
            {
            }

            if (path is not null)
            {
                Assert.That(Path.GetFullPath(path), Is.EqualTo(path));
                Assert.That(path, Does.StartWith(folder + Path.DirectorySeparatorChar));
                Assert.That(Path.GetRelativePath(folder, path).Replace(Path.DirectorySeparatorChar, '/'), Is.EqualTo(key));
                Assert.That(() => new UTF8Encoding(false, true).GetByteCount(path), Throws.Nothing);
            }
        }, iter: 5_000);
    }

    [Test]
    public void Links_in_the_way_are_refused()
    {
        string root = Directory.CreateTempSubdirectory("s3gen-links").FullName;
        try
        {
            string outside = Directory.CreateDirectory(Path.Combine(root, "outside")).FullName;
            string folder = Directory.CreateDirectory(Path.Combine(root, "target")).FullName;
            Directory.CreateSymbolicLink(Path.Combine(folder, "dir"), outside);
            File.CreateSymbolicLink(Path.Combine(folder, "file"), Path.Combine(outside, "missing"));

            Assert.That(() => KeyPath.Resolve(folder, "dir/a", "dir/a", FileNameRules.Portable), Throws.InstanceOf<UnsafeKeyException>().With.Message.Contains("link"));
            Assert.That(() => KeyPath.Resolve(folder, "file", "file", FileNameRules.Portable), Throws.InstanceOf<UnsafeKeyException>().With.Message.Contains("link"));
            Assert.That(KeyPath.Resolve(folder, "plain/a", "plain/a", FileNameRules.Portable), Is.EqualTo(Path.Combine(folder, "plain", "a")));
        }
        finally
        {
            Directory.Delete(root, recursive: true);
        }
    }

    [Test]
    public void Message_shows_control_characters_as_escapes() =>
        Assert.That(new UnsafeKeyException("a\u001b[2J", "x").Message, Does.Contain("a\\u001b[2J").And.Not.Contain("\u001b"));
}
