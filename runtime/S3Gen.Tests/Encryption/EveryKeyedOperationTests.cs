using System.Reflection;
using System.Security.Cryptography;
using S3Gen.Tests.Doubles;

namespace S3Gen.Tests.Encryption;

/// <summary>Every operation whose request can hold a caller's key treats it alike, one that the model gets tomorrow too.</summary>
public sealed class EveryKeyedOperationTests
{
    private const string Header = "x-amz-server-side-encryption-customer-";
    private const string SourceHeader = "x-amz-copy-source-server-side-encryption-customer-";

    private static readonly byte[] KeyBytes = SHA256.HashData("key"u8);
    private static readonly string Key = Convert.ToBase64String(KeyBytes);

    [TestCaseSource(nameof(KeyedMembers))]
    public async Task Key_goes_with_its_algorithm_and_digest(MethodInfo operation, PropertyInfo member)
    {
        ScriptedTransport transport = new(ScriptedTransport.Empty());
        await using S3Client s3 = Create(transport, "https://store.example");
        await CallAsync(s3, operation, member, Key);

        string prefix = member.Name.StartsWith("CopySource", StringComparison.Ordinal) ? SourceHeader : Header;
        SentRequest sent = transport.Requests.Single();
        Assert.That(
            (sent.Headers[prefix + "algorithm"], sent.Headers[prefix + "key"], sent.Headers[prefix + "key-MD5"]),
            Is.EqualTo(("AES256", Key, Convert.ToBase64String(MD5.HashData(KeyBytes)))));
    }

    [TestCaseSource(nameof(KeyedMembers))]
    public async Task Key_is_not_sent_in_the_clear(MethodInfo operation, PropertyInfo member)
    {
        ScriptedTransport transport = new(ScriptedTransport.Empty());
        await using S3Client s3 = Create(transport, "http://127.0.0.1:9");
        Exception? refusal = await CallAsync(s3, operation, member, Key);

        Assert.That(refusal, Is.InstanceOf<ArgumentException>().With.Message.Contains(member.Name).And.Message.Contains("https").And.Message.Not.Contains(Key));
        Assert.That(transport.Requests, Is.Empty);
    }

    [TestCaseSource(nameof(KeyedMembers))]
    public async Task What_is_no_key_is_refused(MethodInfo operation, PropertyInfo member)
    {
        ScriptedTransport transport = new(ScriptedTransport.Empty());
        await using S3Client s3 = Create(transport, "https://store.example");
        Exception? refusal = await CallAsync(s3, operation, member, "bm8ga2V5");

        Assert.That(refusal, Is.InstanceOf<ArgumentException>().With.Message.Contains(member.Name).And.Message.Not.Contains("bm8ga2V5"));
        Assert.That(transport.Requests, Is.Empty);
    }

    [TestCaseSource(nameof(KeyedMembers))]
    public void Key_is_not_in_the_text_of_its_request(MethodInfo operation, PropertyInfo member) =>
        Assert.That($"{RequestOf(operation, member, Key)}", Does.Not.Contain(Key));

    [Test]
    public void Operations_with_keys_are_found() => Assert.That(
        KeyedMembers().Select(static test => ((MethodInfo)test.Arguments[0]!).Name),
        Does.Contain("PutObjectAsync").And.Contain("UploadPartCopyAsync").And.Contain("SelectObjectContentAsync").And.Contain("ListPartsAsync"));

    private static IEnumerable<TestCaseData> KeyedMembers() =>
        from operation in typeof(IS3Client).GetMethods()
        where operation.GetParameters() is [{ ParameterType.IsClass: true }, { ParameterType.Name: nameof(CancellationToken) }]
        from member in operation.GetParameters()[0].ParameterType.GetProperties()
        where member.Name.EndsWith("SSECustomerKey", StringComparison.Ordinal)
        select new TestCaseData(operation, member).SetArgDisplayNames(operation.Name, member.Name);

    /// <summary>Makes the call, and returns how it failed. The empty answer is no good one for some operations, which is not what is asked here.</summary>
    private static async Task<Exception?> CallAsync(S3Client s3, MethodInfo operation, PropertyInfo member, string key)
    {
        try
        {
            await (Task)operation.Invoke(s3, [RequestOf(operation, member, key), CancellationToken.None])!;
            return null;
        }
        catch (TargetInvocationException failure)
        {
            return failure.InnerException;
        }
        catch (Exception failure) when (failure is ArgumentException or S3Exception)
        {
            return failure;
        }
    }

    private static object RequestOf(MethodInfo operation, PropertyInfo member, string key)
    {
        Type type = operation.GetParameters()[0].ParameterType;
        object request = Activator.CreateInstance(type)!;
        foreach (PropertyInfo required in type.GetProperties().Where(static property => property.IsDefined(typeof(System.Runtime.CompilerServices.RequiredMemberAttribute))))
        {
            required.SetValue(request, ValueOf(required));
        }

        member.SetValue(request, key);
        return request;
    }

    private static object ValueOf(PropertyInfo property) => property.PropertyType switch
    {
        Type text when text == typeof(string) => property.Name == "CopySource" ? "b/source" : "value",
        Type number when number == typeof(int) => 1,
        Type other when other.GetConstructor([typeof(string)]) is { } named => named.Invoke(["value"]),
        Type other when other.IsGenericType => Array.CreateInstance(other.GetGenericArguments()[0], 0),
        Type other => Activator.CreateInstance(other)!,
    };

    private static S3Client Create(ScriptedTransport transport, string endpoint) => new(new S3ClientOptions
    {
        EndpointUrl = new Uri(endpoint),
        Region = "us-east-1",
        Credentials = new StaticCredentialProvider(new Credentials("AKIDEXAMPLE", "secret")),
        Transport = transport,
        MaxRetries = 0,
    });
}
