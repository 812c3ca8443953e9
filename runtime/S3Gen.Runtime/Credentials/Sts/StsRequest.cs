using S3Gen.Runtime.Text;

namespace S3Gen.Runtime.CredentialSources;

/// <summary>A request to the Security Token Service: a form, whose bytes are wiped when they have been sent.</summary>
internal sealed class StsRequest : IDisposable
{
    private byte[] _form;

    /// <param name="action">What to do, e.g. <c>AssumeRole</c>.</param>
    /// <param name="fields">The parameters; those that are null are left out.</param>
    internal StsRequest(string action, params ReadOnlySpan<(string Name, string? Value)> fields)
    {
        Utf8Buffer form = new(stackalloc byte[1024]);
        form.Append("Action="u8);
        form.Append(action);
        form.Append("&Version=2011-06-15"u8);
        foreach ((string name, string? value) in fields)
        {
            if (value is not null)
            {
                form.Append((byte)'&');
                form.Append(name);
                form.Append((byte)'=');
                form.AppendEncoded(value, keepSlash: false);
            }
        }

        _form = form.Written.ToArray();
        form.Dispose();
        Action = action;
    }

    internal string Action { get; }

    internal byte[] Form => _form;

    public void Dispose()
    {
        System.Security.Cryptography.CryptographicOperations.ZeroMemory(_form);
        _form = [];
    }
}
