using System.ComponentModel;

namespace S3Gen.Runtime.CodeGen;

/// <summary>What a client's configuration gives to the parameters of endpoint rules that are not taken from it as they are.</summary>
/// <seealso href="https://smithy.io/2.0/aws/rules-engine/built-ins.html"/>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class EndpointBuiltIns
{
    /// <summary><c>SDK::Endpoint</c>: the endpoint that the user named, without a slash at its end; null for AWS.</summary>
    /// <param name="parameters">The parameters.</param>
    public static string? Endpoint(in EndpointParameters parameters)
    {
        if (parameters.EndpointUrl is not { } url)
        {
            return null;
        }

        string authority = url.HostNameType != UriHostNameType.Dns ? url.Authority
            : url.IsDefaultPort ? url.IdnHost
            : string.Create(null, stackalloc char[128], $"{url.IdnHost}:{url.Port}");
        return $"{url.Scheme}://{authority}{url.AbsolutePath.TrimEnd('/')}{url.Query}{url.Fragment}";
    }

    /// <summary>
    /// <c>AWS::S3::ForcePathStyle</c>: what the user said, or else true with an endpoint that the user named, as stores other than AWS
    /// want it. An ARN has no path style, so it is left to the rules.
    /// </summary>
    /// <param name="parameters">The parameters.</param>
    public static bool ForcePathStyle(in EndpointParameters parameters) =>
        parameters.ForcePathStyle ?? (parameters.EndpointUrl is not null && !(parameters.Bucket is { } bucket && RuleArn.IsMeantByBucket(bucket)));
}
