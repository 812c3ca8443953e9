using S3Gen.Testing.Protocol;

namespace S3Gen.Testing.Store;

/// <summary>How an object is protected: what encrypts it, what locks it, who may reach it.</summary>
internal sealed record ObjectSettings
{
    internal static readonly ObjectSettings Default = new();

    internal Encryption Encryption { get; init; } = Encryption.Default;

    internal ObjectLock Lock { get; init; } = ObjectLock.None;

    internal AccessList Access { get; init; } = AccessList.Private;
}

/// <summary>What a client asked to have an object encrypted with. Nothing in memory is: the server keeps the promise that only who has the key reads.</summary>
/// <param name="Algorithm">The value of <c>x-amz-server-side-encryption</c>; of a customer's key, that of its algorithm.</param>
/// <param name="KeyId">The key of KMS.</param>
/// <param name="UsesBucketKey">What was asked of the bucket's key.</param>
/// <param name="Context">The encryption context for KMS, Base64 of a JSON object of strings.</param>
/// <param name="CustomerKeyMd5">Base64 of the MD5 of a customer's key; null where there is none.</param>
internal sealed record Encryption(string Algorithm, string? KeyId = null, bool? UsesBucketKey = null, string? Context = null, string? CustomerKeyMd5 = null)
{
    internal static readonly Encryption Default = new("AES256");

    internal bool IsCustomers => CustomerKeyMd5 is not null;
}

/// <summary>What keeps a version from being removed.</summary>
/// <param name="Mode"><c>GOVERNANCE</c> or <c>COMPLIANCE</c>; null without retention.</param>
/// <param name="Until">When retention ends.</param>
/// <param name="LegalHold">Whether a hold is on; null where nobody ever said.</param>
internal sealed record ObjectLock(string? Mode, DateTimeOffset? Until, bool? LegalHold)
{
    internal static readonly ObjectLock None = new(null, null, null);

    internal bool IsRetained(DateTimeOffset now) => Mode is not null && Until > now;

    /// <summary>Whether a version may not be removed now.</summary>
    internal bool Forbids(DateTimeOffset now, bool bypassesGovernance) =>
        LegalHold == true || (IsRetained(now) && !(bypassesGovernance && Mode == "GOVERNANCE"));
}

/// <summary>The grants on a bucket or an object. Its owner is the server's account, always.</summary>
internal sealed record AccessList(IReadOnlyList<Grant> Grants)
{
    internal const string AllUsers = "http://acs.amazonaws.com/groups/global/AllUsers";
    internal const string AuthenticatedUsers = "http://acs.amazonaws.com/groups/global/AuthenticatedUsers";
    internal const string LogDelivery = "http://acs.amazonaws.com/groups/s3/LogDelivery";

    internal static readonly AccessList Private = new([OfOwner("FULL_CONTROL")]);

    internal bool IsPublic => Grants.Any(static grant => grant.Grantee?.URI is AllUsers or AuthenticatedUsers);

    /// <summary>Whether anybody at all has a permission.</summary>
    internal bool LetsAnybody(string permission) => Grants.Any(grant =>
        grant.Grantee?.URI == AllUsers && (grant.Permission?.Value == permission || grant.Permission?.Value == "FULL_CONTROL"));

    internal static Grant OfOwner(string permission) => new()
    {
        Grantee = new Grantee { Type = "CanonicalUser", ID = Operations.Account.CanonicalId, DisplayName = Operations.Account.DisplayName },
        Permission = permission,
    };

    internal static Grant OfGroup(string uri, string permission) => new() { Grantee = new Grantee { Type = "Group", URI = uri }, Permission = permission };
}
