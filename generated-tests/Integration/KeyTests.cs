using System.Text;

namespace S3Gen.Integration;

/// <summary>Keys come back as they were stored, whatever they are made of.</summary>
public sealed class KeyTests(string server) : ServerSuite(server)
{
    private static readonly string[] Keys =
    [
        "plain", "with space", "a//b", "trailing/", "dots/./in/../path", "plus+and%25percent", "semi;colon:at@comma,", "amp&lt<gt>eq=q?h#",
        "quote\"apostrophe'", "tilde~star*", "ünïcode/日本語", "emoji/😀", "brackets[1](2){3}", "back\\slash|pipe^caret`",
    ];

    [TestCaseSource(nameof(Keys))]
    public async Task Key_is_stored_listed_read_and_deleted_as_it_is(string key)
    {
        NotOnMoto(key);
        byte[] content = Encoding.UTF8.GetBytes(key);

        await PutAsync(key, content);
        List<string?> listed = [];
        await foreach (S3Object entry in S3.ListObjectsV2ItemsAsync(new ListObjectsV2Request { Bucket = Bucket, Prefix = key }))
        {
            listed.Add(entry.Key);
        }

        Assert.That(listed, Does.Contain(key));
        Assert.That(await GetAsync(key), Is.EqualTo(content));
        await S3.DeleteObjectAsync(Bucket, key);
        await Assert.ThrowsAsync<NotFoundException>(async () => await S3.HeadObjectAsync(Bucket, key));
    }

    private void NotOnMoto(string key)
    {
        if (key.Any(c => c > 127 || "+=;:@,&<>'\"*?#/[](){}\\|^`%!".Contains(c, StringComparison.Ordinal)))
        {
            NotOn(Servers.ServerNames.Moto, "signs such a key or its query differently than S3 does");
        }
    }
}
