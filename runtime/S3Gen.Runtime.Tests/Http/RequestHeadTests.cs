using S3Gen.Runtime.CodeGen;

namespace S3Gen.Runtime.Tests.Http;

public sealed class RequestHeadTests
{
    [Test]
    public void Query_is_canonical_in_whatever_order_it_was_added()
    {
        RequestHead head = new();
        head.AddQuery("prefix", "a b/ü");
        head.AddQuery("list-type", "2");
        head.AddQuery("uploads");
        head.AddQuery("max-keys", 5);
        head.AddQuery("fetch-owner", false);
        head.AddQuery("absent", (string?)null);
        head.AddQuery("a-b", "1");
        head.AddQuery("a", "1");

        Assert.That(head.Query.ToString(), Is.EqualTo("a=1&a-b=1&fetch-owner=false&list-type=2&max-keys=5&prefix=a%20b%2F%C3%BC&uploads="));
    }

    [Test]
    public void Query_keeps_the_order_of_the_values_of_one_name_and_says_that_it_is_not_canonical_then()
    {
        RequestHead head = new();
        head.AddQuery("b", "2");
        head.AddQuery("b", "1");
        Assert.That((head.Query.ToString(), head.IsQueryCanonical), Is.EqualTo(("b=2&b=1", false)));

        head.AddQuery("a", "1");
        Assert.That((head.Query.ToString(), head.IsQueryCanonical), Is.EqualTo(("a=1&b=2&b=1", false)));

        head.Reset();
        head.AddQuery("b", "1");
        head.AddQuery("a", "2");
        Assert.That((head.Query.ToString(), head.IsQueryCanonical), Is.EqualTo(("a=2&b=1", true)));
    }

    [Test]
    public void Query_map_leaves_present_names_alone()
    {
        RequestHead head = new();
        head.AddQuery("b", "own");
        head.AddQueryMap(new Dictionary<string, string> { ["b"] = "theirs", ["a c"] = "1" });
        head.AddQueryMap(new Dictionary<string, IReadOnlyList<string>> { ["d"] = ["2", "1"] });

        Assert.That(head.Query.ToString(), Is.EqualTo("a%20c=1&b=own&d=2&d=1"));
    }

    [Test]
    public void Headers_are_sorted_by_lower_case_name_and_a_later_value_replaces()
    {
        RequestHead head = new();
        head.AddHeader("x-b", "1");
        head.AddHeader("X-A", 2L);
        head.AddHeader("x-a", true);
        head.AddHeader("x-c", (string?)null);
        head.AddHeader("x-d", DateTimeOffset.UnixEpoch, TimestampFormat.HttpDate);

        Assert.That(head.Headers.Entries.ToArray(), Is.EqualTo(new[] { ("x-a", "true"), ("x-b", "1"), ("x-d", "Thu, 01 Jan 1970 00:00:00 GMT") }));
    }

    [Test]
    public void Header_list_quotes_only_what_needs_it()
    {
        RequestHead head = new();
        head.AddHeaderList("x-list", ["a", "b,c", "d\"e"]);
        head.AddHeaderList("x-none", []);
        head.AddHeaderList("x-time", [DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch], TimestampFormat.HttpDate);

        Assert.That(head.Headers.Find("x-list"), Is.EqualTo("a, \"b,c\", \"d\\\"e\""));
        Assert.That(head.Headers.Find("x-none"), Is.Empty);
        Assert.That(head.Headers.Find("x-time"), Is.EqualTo("Thu, 01 Jan 1970 00:00:00 GMT, Thu, 01 Jan 1970 00:00:00 GMT"));
    }

    [Test]
    public void Prefix_headers_that_differ_by_case_alone_are_refused()
    {
        RequestHead head = new();

        Assert.That(
            () => head.AddPrefixHeaders("x-amz-meta-", new Dictionary<string, string> { ["a"] = "1", ["A"] = "2" }, "R.Metadata"),
            Throws.ArgumentException.With.Message.Contains("R.Metadata"));
    }

    [Test]
    public void Reset_forgets_everything()
    {
        RequestHead head = new() { Bucket = "b" };
        head.AppendPath("/x");
        head.AddQuery("q");
        head.AddHeader("Content-Length", 5L);
        head.BeginXml().WriteStart("A"u8);

        head.Reset();

        Assert.That((head.Bucket, head.Path.Length, head.Query.Length, head.DeclaredLength, head.HasXml, head.Headers.Entries.Length), Is.EqualTo(((string?)null, 0, 0, (long?)null, false, 0)));
    }
}
