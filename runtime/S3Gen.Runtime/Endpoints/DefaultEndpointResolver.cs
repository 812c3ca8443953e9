using S3Gen.Runtime.CodeGen;
using S3Gen.Runtime.Text;

namespace S3Gen.Runtime.Endpoints;

/// <summary>The endpoint that the user named, or else the regional one of AWS: for services whose model has no endpoint rules.</summary>
/// <seealso href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/VirtualHosting.html"/>
internal sealed class DefaultEndpointResolver : IEndpointResolver
{
    internal static readonly DefaultEndpointResolver Instance = new();

    public Endpoint Resolve(in EndpointParameters parameters)
    {
        if (parameters.EndpointUrl is not null && (parameters.UseFips || parameters.UseDualStack))
        {
            throw new EndpointRuleException("A custom endpoint cannot be combined with FIPS or dual-stack.");
        }

        string basePath = string.Empty;
        bool isSecure = true;
        bool isPathStyle = parameters.ForcePathStyle ?? parameters.EndpointUrl is not null;
        string authority;
        if (parameters.EndpointUrl is { } url)
        {
            authority = url.Authority;
            basePath = url.AbsolutePath.TrimEnd('/');
            isSecure = url.Scheme == Uri.UriSchemeHttps;
            isPathStyle |= url.HostNameType != UriHostNameType.Dns;
        }
        else
        {
            authority = AwsHost(parameters);
        }

        if (parameters.Bucket is { } bucket)
        {
            RefuseBrokenArn(bucket);
            if (isPathStyle || !HostLabels.IsBucket(bucket, mayHaveDots: !isSecure))
            {
                basePath = $"{basePath}/{UriEncoding.Encode(bucket, keepSlash: false)}";
            }
            else
            {
                authority = $"{bucket}.{authority}";
            }
        }

        return new Endpoint
        {
            Scheme = isSecure ? Uri.UriSchemeHttps : Uri.UriSchemeHttp,
            Authority = authority,
            BasePath = basePath,
            SigningRegion = parameters.Region,
            SigningName = parameters.SigningName,
        };
    }

    /// <summary>Says what the endpoint rules of S3 say, in their words.</summary>
    private static void RefuseBrokenArn(string bucket)
    {
        if (RuleArn.IsMeantByBucket(bucket) && !RuleArn.Parse(bucket).IsSet)
        {
            throw new EndpointRuleException($"Invalid ARN: `{bucket}` was not a valid ARN");
        }
    }

    private static string AwsHost(in EndpointParameters parameters)
    {
        string prefix = parameters.UseFips ? parameters.EndpointPrefix + "-fips" : parameters.EndpointPrefix;
        string dualStack = parameters.UseDualStack ? "dualstack." : string.Empty;
        return $"{prefix}.{dualStack}{parameters.Region}.{PartitionTable.Find(parameters.Region).DnsSuffix}";
    }
}
