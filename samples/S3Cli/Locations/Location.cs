namespace S3Cli.Locations;

/// <summary>Where bytes come from or go to, as people write it: an S3 URL, a path, or <c>-</c> for the standard streams.</summary>
internal abstract record Location
{
    public static Location Parse(string text)
    {
        if (text.Length == 0)
        {
            throw new FormatException("A path is empty: write a path, s3://bucket/key, or - for the standard streams");
        }

        return text switch
        {
            "-" => new StandardStream(),
            _ when S3Url.IsOne(text) => new BucketPath(S3Url.Parse(text)),
            _ => new LocalPath(text),
        };
    }

    internal sealed record BucketPath(S3Url Url) : Location
    {
        public override string ToString() => Url.ToString();
    }

    internal sealed record LocalPath(string Path) : Location
    {
        /// <summary>Whether the path is meant as a folder: it is one, or ends with a separator.</summary>
        public bool IsFolder => System.IO.Path.EndsInDirectorySeparator(Path) || Directory.Exists(Path);

        public override string ToString() => Path;
    }

    internal sealed record StandardStream : Location
    {
        public override string ToString() => "-";
    }
}
