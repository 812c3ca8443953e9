using S3Gen.Testing.Errors;
using S3Gen.Testing.Protocol;
using S3Gen.Testing.Server;
using S3Gen.Testing.Store;
using Bucket = S3Gen.Testing.Store.Bucket;

namespace S3Gen.Testing.Operations;

/// <summary>Reads access lists from headers and documents.</summary>
internal static class AccessLists
{
    private const int CanonicalIdLength = 64;

    private static readonly (string Header, string Permission)[] GrantHeaders =
    [
        ("x-amz-grant-full-control", "FULL_CONTROL"),
        ("x-amz-grant-read", "READ"),
        ("x-amz-grant-write", "WRITE"),
        ("x-amz-grant-read-acp", "READ_ACP"),
        ("x-amz-grant-write-acp", "WRITE_ACP"),
    ];

    /// <summary>The list that a request's headers ask for; null where they ask for none.</summary>
    /// <exception cref="S3Fault">The bucket takes no lists, or not this one.</exception>
    internal static AccessList? OfHeaders(S3Call call, Bucket bucket)
    {
        string? canned = call.Header("x-amz-acl");
        List<Grant> grants = [.. GrantHeaders.SelectMany(entry => OfHeader(call.Header(entry.Header), entry.Permission))];
        if (canned is null && grants.Count == 0)
        {
            return null;
        }
        if (canned is not null && grants.Count > 0)
        {
            throw Faults.InvalidRequest("Specifying both Canned ACLs and Header Grants is not allowed");
        }
        if (bucket.DisablesAccessLists && canned is not ("private" or "bucket-owner-full-control"))
        {
            throw Faults.AclNotSupported();
        }
        return Allowed(canned is null ? new AccessList(grants) : OfCanned(canned), bucket);
    }

    internal static AccessList OfDocument(AccessControlPolicy policy, Bucket bucket)
    {
        if (bucket.DisablesAccessLists)
        {
            throw Faults.AclNotSupported();
        }
        string owner = policy.Owner?.ID ?? throw Faults.MalformedAcl();
        if (owner != Account.CanonicalId)
        {
            throw AuthFaults.AccessDenied();
        }
        foreach (Grant grant in policy.Grants)
        {
            if (grant.Grantee is null || grant.Permission is null)
            {
                throw Faults.MalformedAcl();
            }
            Verify(grant.Grantee);
        }
        return Allowed(new AccessList(policy.Grants), bucket);
    }

    private static AccessList Allowed(AccessList list, Bucket bucket) =>
        list.IsPublic && bucket.PublicAccess.BlockPublicAcls == true ? throw AuthFaults.AccessDenied() : list;

    private static AccessList OfCanned(string canned) => canned switch
    {
        "private" or "bucket-owner-full-control" or "bucket-owner-read" or "aws-exec-read" => AccessList.Private,
        "public-read" => With(AccessList.OfGroup(AccessList.AllUsers, "READ")),
        "public-read-write" => With(AccessList.OfGroup(AccessList.AllUsers, "READ"), AccessList.OfGroup(AccessList.AllUsers, "WRITE")),
        "authenticated-read" => With(AccessList.OfGroup(AccessList.AuthenticatedUsers, "READ")),
        "log-delivery-write" => With(AccessList.OfGroup(AccessList.LogDelivery, "WRITE"), AccessList.OfGroup(AccessList.LogDelivery, "READ_ACP")),
        _ => throw Faults.InvalidArgument("The specified canned ACL is not valid", "x-amz-acl", canned),
    };

    private static AccessList With(params Grant[] grants) => new([.. AccessList.Private.Grants, .. grants]);

    /// <summary><c>id="…", uri="…", emailAddress="…"</c>.</summary>
    private static IEnumerable<Grant> OfHeader(string? header, string permission)
    {
        foreach (string item in header?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [])
        {
            int equals = item.IndexOf('=', StringComparison.Ordinal);
            string value = equals < 0 ? "" : item[(equals + 1)..].Trim('"');
            Grantee grantee = (equals < 0 ? "" : item[..equals]).ToLowerInvariant() switch
            {
                "id" => new Grantee { Type = "CanonicalUser", ID = value },
                "uri" => new Grantee { Type = "Group", URI = value },
                "emailaddress" => new Grantee { Type = "AmazonCustomerByEmail", EmailAddress = value },
                _ => throw Faults.InvalidArgument("Argument format not recognized", "x-amz-grant", item),
            };
            Verify(grantee);
            yield return new Grant { Grantee = grantee, Permission = permission };
        }
    }
    /// <summary>S3 knows three groups; accounts have ids of one form, of which all are taken for somebody's.</summary>
    private static void Verify(Grantee grantee)
    {
        if (grantee.URI is not (null or AccessList.AllUsers or AccessList.AuthenticatedUsers or AccessList.LogDelivery))
        {
            throw Faults.InvalidArgument("Invalid group uri", "uri", grantee.URI);
        }
        if (grantee.ID is { } id && !(id.Length == CanonicalIdLength && id.All(char.IsAsciiHexDigitLower)))
        {
            throw Faults.InvalidArgument("Invalid id", "id", id);
        }
    }
}
