using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;
using S3Gen.Testing.Auth;
using S3Gen.Testing.Checksums;
using S3Gen.Testing.Errors;
using S3Gen.Testing.Operations;
using S3Gen.Testing.Payload;
using S3Gen.Testing.Server;
using S3Gen.Testing.Store;
using S3Gen.Testing.Xml;

namespace S3Gen.Testing.Forms;

/// <summary>PostObject: the upload of a form, which its policy's signature allows.</summary>
internal sealed class PostFormOperation(ObjectStore store, S3TestServerOptions options, FaultRules rules)
{
    private const string Name = "PostObject";

    /// <summary>Fields that name what a header of PutObject names otherwise.</summary>
    private static readonly Dictionary<string, string> Headers = new(StringComparer.OrdinalIgnoreCase)
    {
        ["acl"] = "x-amz-acl",
        ["Content-Type"] = "Content-Type",
        ["Cache-Control"] = "Cache-Control",
        ["Content-Disposition"] = "Content-Disposition",
        ["Content-Encoding"] = "Content-Encoding",
        ["Expires"] = "Expires",
    };

    private readonly ObjectWriteOperations _writes = new(store, options);

    internal async Task ExecuteAsync(HttpContext http, RequestTarget target, ResourceAddress address)
    {
        PostForm form = await PostForm.ReadAsync(http.Request, http.RequestAborted).ConfigureAwait(false);
        string key = form.Key;
        if (key.Length == 0)
        {
            throw Faults.InvalidArgument("User key must have a length greater than 0.", "key", "");
        }
        PostPolicy? policy = PostSignature.Verify(form, address.Bucket, options);
        AdoptFields(http.Request.Headers, form);
        Authentication authentication = new(PayloadDeclaration.Undeclared, null) { IsAnonymous = policy is null && options.VerifySignatures };
        using S3Call call = new(http, target, ResourceAddress.Of(address.Bucket, key), authentication, options);
        UnsupportedHeaders.Reject(call);
        if (call.IsAnonymous)
        {
            AnonymousAccess.Require("PutObject", call, store);
        }
        call.ContentSource = (declared, fallback) => ReadFileAsync(form, policy, declared, fallback, call.Aborted);
        if (rules.Find(Name, call.Bucket, call.Key) is { } rule)
        {
            await Injection.FaultInjection.ExecuteAsync(rule, call, options.TimeProvider, () => StoreAsync(form, call)).ConfigureAwait(false);
            return;
        }
        await StoreAsync(form, call).ConfigureAwait(false);
    }

    private async Task StoreAsync(PostForm form, S3Call call)
    {
        ObjectVersion stored = await _writes.StoreAsync(call).ConfigureAwait(false);
        string location = $"{call.Request.Scheme}://{call.Request.Headers.Host}/{call.Bucket}/{PercentEncoding.EncodeKey(call.Key)}";
        call.SetHeader("Location", location);
        if (form.Optional("success_action_redirect") is { } redirect && Uri.TryCreate(redirect, UriKind.Absolute, out Uri? uri))
        {
            string separator = uri.Query.Length == 0 ? "?" : "&";
            call.SetHeader("Location", $"{redirect}{separator}bucket={Uri.EscapeDataString(call.Bucket)}&key={Uri.EscapeDataString(call.Key)}&etag={Uri.EscapeDataString($"\"{stored.ETag}\"")}");
            await call.EmptyAsync(303).ConfigureAwait(false);
            return;
        }
        switch (form.Optional("success_action_status"))
        {
            case "201":
                await XmlResponse.SendAsync(call.Http, 201, Describe(call, stored, location)).ConfigureAwait(false);
                break;
            case "200":
                await call.EmptyAsync(200).ConfigureAwait(false);
                break;
            default:
                await call.EmptyAsync(204).ConfigureAwait(false);
                break;
        }
    }

    private static async Task<ReceivedPayload> ReadFileAsync(
        PostForm form, PostPolicy? policy, DeclaredChecksum? declared, ChecksumAlgorithm? fallback, CancellationToken cancellationToken)
    {
        long limit = Math.Min(policy?.MaxLength ?? PayloadReader.MaxObject, PayloadReader.MaxObject);
        ReceivedPayload payload = await PayloadReader.ReadFieldAsync(form.File, limit, declared, fallback, cancellationToken).ConfigureAwait(false);
        return payload.Content.Length < (policy?.MinLength ?? 0)
            ? throw new S3Fault(400, "EntityTooSmall", "Your proposed upload is smaller than the minimum allowed size")
                .With("ProposedSize", payload.Content.Length.ToString(CultureInfo.InvariantCulture))
                .With("MinSizeAllowed", policy!.MinLength.ToString(CultureInfo.InvariantCulture))
            : payload;
    }

    private static void AdoptFields(IHeaderDictionary headers, PostForm form)
    {
        headers.ContentType = default;
        headers.ContentMD5 = default;
        foreach ((string name, string value) in form.Fields)
        {
            if (Headers.TryGetValue(name, out string? header))
            {
                headers[header] = value;
            }
            else if (name.StartsWith("x-amz-", StringComparison.OrdinalIgnoreCase) && name is not ("x-amz-signature" or "x-amz-security-token"))
            {
                // Characters of headers stand for bytes here.
                headers[name] = Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(value));
            }
        }
        if (form.Optional("tagging") is { Length: > 0 } tagging)
        {
            headers["x-amz-tagging"] = TagSet.HeaderOf(tagging);
        }
    }

    private static ReadOnlyMemory<byte> Describe(S3Call call, ObjectVersion stored, string location) => XmlResponse.Document("PostResponse", null, xml =>
    {
        xml.Element("Location", location);
        xml.Element("Bucket", call.Bucket);
        xml.Element("Key", call.Key);
        xml.Element("ETag", $"\"{stored.ETag}\"");
    });
}
