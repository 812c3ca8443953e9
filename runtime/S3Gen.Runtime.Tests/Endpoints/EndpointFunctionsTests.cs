using System.Text.RegularExpressions;
using CsCheck;
using S3Gen.Runtime.CodeGen;

namespace S3Gen.Runtime.Tests.Endpoints;

/// <summary>The functions of the rules, by the examples of their specification and by properties.</summary>
/// <seealso href="https://smithy.io/2.0/additional-specs/rules-engine/standard-library.html"/>
public sealed class EndpointFunctionsTests
{
    private static readonly Gen<string> HostLike = Gen.String[Gen.Char["azA09-._ü "], 0, 70];
    private static readonly Gen<string> ArnLike = Gen.String[Gen.Char["arn:/1*"], 0, 24];

    [TestCase("abcdef", 0, 4, false, ExpectedResult = "abcd")]
    [TestCase("abcdef", 0, 4, true, ExpectedResult = "cdef")]
    [TestCase("abcdef", 1, 3, true, ExpectedResult = "de")]
    [TestCase("abcdef", 0, 6, false, ExpectedResult = "abcdef")]
    [TestCase("abcdef", 0, 7, false, ExpectedResult = null)]
    [TestCase("abcdef", 3, 3, false, ExpectedResult = null)]
    [TestCase("abcdëf", 0, 2, false, ExpectedResult = null)]
    [TestCase(null, 0, 1, false, ExpectedResult = null)]
    public string? Substring_is_a_stretch_of_ascii(string? text, int start, int end, bool reverse) => Text(EndpointFunctions.Substring(text, start, end, reverse));

    [TestCase("a--b--c", 0, "a", "b", "c")]
    [TestCase("a--b--c", 2, "a", "b--c")]
    [TestCase("a--b--c", 1, "a--b--c")]
    [TestCase("", 0, "")]
    [TestCase("--", 0, "", "")]
    [TestCase("----", 0, "", "", "")]
    [TestCase("--b--", 0, "", "b", "")]
    [TestCase("--x-s3--azid--suffix", 0, "", "x-s3", "azid", "suffix")]
    [TestCase("--x-s3--azid--suffix", 2, "", "x-s3--azid--suffix")]
    [TestCase("abc", 0, "abc")]
    public void Split_cuts_at_delimiters(string text, int limit, params string[] parts)
    {
        RuleList list = EndpointFunctions.Split(text, "--", limit);

        Assert.That(Enumerable.Range(0, parts.Length).Select(i => list[i].ToString()), Is.EqualTo(parts));
        Assert.That(Enumerable.Range(1, parts.Length).Select(i => list[-i].ToString()), Is.EqualTo(parts.Reverse()));
        Assert.That(list[parts.Length].IsSet || list[-parts.Length - 1].IsSet, Is.False);
    }

    [Test]
    public void Lists_of_strings_are_indexed_from_both_ends()
    {
        RuleList list = RuleList.Of(["a", "b"]);

        Assert.That((list[0].ToString(), list[-1].ToString(), list[2].IsSet, list[-3].IsSet), Is.EqualTo(("a", "b", false, false)));
        Assert.That(RuleList.Of(null).IsSet, Is.False);
        Assert.That(RuleList.Of([]).IsSet, Is.True);
    }

    [TestCase("https://example.com", "https", "example.com", "", "/", false)]
    [TestCase("http://example.com:80/foo/bar", "http", "example.com:80", "/foo/bar", "/foo/bar/", false)]
    [TestCase("https://127.0.0.1", "https", "127.0.0.1", "", "/", true)]
    [TestCase("https://127.0.0.1:8080/", "https", "127.0.0.1:8080", "/", "/", true)]
    [TestCase("https://[fe80::1]", "https", "[fe80::1]", "", "/", true)]
    [TestCase("http://[::1]:9000/x", "http", "[::1]:9000", "/x", "/x/", true)]
    [TestCase("http://1.2.3", "http", "1.2.3", "", "/", false)]
    [TestCase("http://256.0.0.1", "http", "256.0.0.1", "", "/", false)]
    [TestCase("https://user:secret@example.com/a", "https", "example.com", "/a", "/a/", false)]
    public void Url_has_parts(string url, string scheme, string authority, string path, string normalizedPath, bool isIp)
    {
        RuleUrl parsed = EndpointFunctions.ParseUrl(url);

        Assert.That(parsed.IsSet);
        Assert.That(parsed.Scheme.ToString(), Is.EqualTo(scheme));
        Assert.That(parsed.Authority.ToString(), Is.EqualTo(authority));
        Assert.That(parsed.Path.ToString(), Is.EqualTo(path));
        Assert.That(parsed.NormalizedPath.ToString(), Is.EqualTo(normalizedPath));
        Assert.That(parsed.IsIp, Is.EqualTo(isIp));
    }

    [TestCase("https://example.com:8443?foo=bar&faz=baz")]
    [TestCase("https://example.com/?")]
    [TestCase("https://example.com/a#b")]
    [TestCase("ftp://example.com")]
    [TestCase("example.com")]
    [TestCase("https://")]
    [TestCase("https:///path")]
    [TestCase("https://exa mple.com")]
    [TestCase("https://example.com:port")]
    [TestCase("https://example.com:70000")]
    [TestCase("https://example.com:")]
    [TestCase("https://[::1")]
    [TestCase("https://[::1]x")]
    [TestCase("https://[127.0.0.1]")]
    [TestCase("https://example.com/a\r\nb")]
    [TestCase("")]
    [TestCase(null)]
    public void Text_that_is_no_url_of_an_endpoint_has_none(string? url) => Assert.That(EndpointFunctions.ParseUrl(url).IsSet, Is.False);

    [Test]
    public void Url_that_was_put_together_comes_apart_again() =>
        Gen.Select(Gen.Bool, HostLike, Gen.Int[0, 65535], Gen.String[Gen.Char["/a%-"], 0, 8]).Sample((secure, host, port, path) =>
        {
            string scheme = secure ? "https" : "http";
            RuleUrl url = EndpointFunctions.ParseUrl($"{scheme}://{host}:{port}/{path}");
            bool isHost = Regex.IsMatch(host, @"\A[A-Za-z0-9._-]+\z");
            return url.IsSet == isHost
                && (!isHost || ($"{url.Scheme}://{url.Authority}{url.Path}" == $"{scheme}://{host}:{port}/{path}" && url.NormalizedPath.ToString().EndsWith('/')));
        });

    [TestCase("arn:aws:sns:us-west-2:012345678910:example-sns-topic-name", "aws", "sns", "us-west-2", "012345678910", "example-sns-topic-name")]
    [TestCase("arn:aws:ec2:us-east-1:012345678910:vpc/vpc-0e9801d129EXAMPLE", "aws", "ec2", "us-east-1", "012345678910", "vpc", "vpc-0e9801d129EXAMPLE")]
    [TestCase("arn:aws:iam::012345678910:user/johndoe", "aws", "iam", "", "012345678910", "user", "johndoe")]
    [TestCase("arn:aws:s3:::bucket_name", "aws", "s3", "", "", "bucket_name")]
    [TestCase("arn:aws:s3:::a:b/c:", "aws", "s3", "", "", "a", "b", "c", "")]
    public void Arn_has_parts(string arn, string partition, string service, string region, string account, params string[] resource)
    {
        RuleArn parsed = EndpointFunctions.ParseArn(arn);

        Assert.That(parsed.IsSet);
        Assert.That(parsed.Partition.ToString(), Is.EqualTo(partition));
        Assert.That(parsed.Service.ToString(), Is.EqualTo(service));
        Assert.That((parsed.Region.IsSet, parsed.Region.ToString()), Is.EqualTo((true, region)));
        Assert.That((parsed.AccountId.IsSet, parsed.AccountId.ToString()), Is.EqualTo((true, account)));
        Assert.That(Enumerable.Range(0, resource.Length).Select(i => parsed.ResourceId[i].ToString()), Is.EqualTo(resource));
        Assert.That(parsed.ResourceId[resource.Length].IsSet, Is.False);
    }

    [TestCase("11111111-2222-3333-4444-555555555555")]
    [TestCase("arn:aws:s3:::")]
    [TestCase("arn::s3:::x")]
    [TestCase("arn:aws::::x")]
    [TestCase("arn:aws:s3:x")]
    [TestCase("ARN:aws:s3:::x")]
    [TestCase("")]
    [TestCase(null)]
    public void Text_that_is_no_arn_has_none(string? arn) => Assert.That(EndpointFunctions.ParseArn(arn).IsSet, Is.False);

    [Test]
    public void Arns_are_taken_apart_as_string_Split_does() => ArnLike.Select(text => "arn:" + text).Sample(text =>
    {
        string[] parts = text.Split(':', 6);
        bool isArn = parts is [_, { Length: > 0 }, { Length: > 0 }, _, _, { Length: > 0 }];
        RuleArn arn = EndpointFunctions.ParseArn(text);
        return arn.IsSet == isArn
            && (!isArn || parts[5].Split(':', '/').Select((part, i) => arn.ResourceId[i].ToString() == part).All(same => same));
    });

    [Test]
    public void Host_labels_are_those_of_rfc_1123() => HostLike.Sample(text =>
        EndpointFunctions.IsValidHostLabel(text, false) == IsLabel(text)
        && EndpointFunctions.IsValidHostLabel(text, true) == text.Split('.').All(IsLabel));

    [Test]
    public void Bucket_that_can_be_part_of_a_host_name_is_lower_case_and_no_address() => HostLike.Sample(text =>
    {
        bool mayBe = Regex.IsMatch(text, @"\A[a-z0-9.-]{3,63}\z") && text.Split('.').All(IsLabel) && !Regex.IsMatch(text, @"\A(\d+\.){3}\d+\z");
        return EndpointFunctions.IsVirtualHostableS3Bucket(text, true) == mayBe
            && EndpointFunctions.IsVirtualHostableS3Bucket(text, false) == (mayBe && !text.Contains('.', StringComparison.Ordinal));
    });

    [TestCase("1.2.3.4")]
    [TestCase("192.168.500.999")]
    [TestCase("a..b")]
    [TestCase("a.-b")]
    [TestCase("ab")]
    [TestCase("Abc")]
    public void Bucket_that_looks_like_another_host_is_not_put_before_one(string bucket) =>
        Assert.That(EndpointFunctions.IsVirtualHostableS3Bucket(bucket, true), Is.False);

    [TestCase("a/b c", ExpectedResult = "a%2Fb%20c")]
    [TestCase("ü~_-.", ExpectedResult = "%C3%BC~_-.")]
    public string Uri_encoding_keeps_unreserved_characters(string text) => EndpointFunctions.UriEncode(text).ToString();

    [Test]
    public void What_is_not_there_equals_nothing()
    {
        Assert.That(EndpointFunctions.StringEquals(null, null), Is.False);
        Assert.That(EndpointFunctions.StringEquals("", ""), Is.True);
        Assert.That(EndpointFunctions.BooleanEquals(null, null), Is.False);
        Assert.That(EndpointFunctions.BooleanEquals(false, false), Is.True);
        Assert.That(EndpointFunctions.Coalesce(null, "x").ToString(), Is.EqualTo("x"));
        Assert.That(EndpointFunctions.Coalesce("", "x").ToString(), Is.Empty);
        Assert.That(EndpointFunctions.FindPartition(null).IsSet, Is.False);
    }

    private static bool IsLabel(string text) => Regex.IsMatch(text, @"\A(?!-)[A-Za-z0-9-]{1,63}(?<!-)\z");

    private static string? Text(RuleText text) => text.IsSet ? text.ToString() : null;
}
