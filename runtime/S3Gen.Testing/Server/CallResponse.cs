using S3Gen.Runtime.CodeGen;
using S3Gen.Testing.CodeGen;

namespace S3Gen.Testing.Server;

/// <summary>Collects what a generated marshaller writes, and sends it.</summary>
internal sealed class CallResponse(S3Call call) : ServerResponse, IDisposable
{
    private static readonly byte[] Prolog = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"u8.ToArray();

    private Utf8XmlWriter? _xml;
    private ReadOnlyMemory<byte> _body;

    public override int Status { get; set; }

    public override void SetHeader(string name, string value) => call.SetHeader(name, value);

    public override Utf8XmlWriter BeginXml() => _xml = new Utf8XmlWriter();

    public override void SetBody(ReadOnlyMemory<byte> body) => _body = body;

    public void Dispose() => _xml?.Dispose();

    internal async Task SendAsync()
    {
        if (_xml is null && _body.IsEmpty)
        {
            await call.EmptyAsync(Status).ConfigureAwait(false);
            return;
        }
        ReadOnlyMemory<byte> body = _xml?.WrittenMemory ?? _body;
        call.Response.StatusCode = Status;
        call.Response.ContentType ??= _xml is null ? "application/json" : "application/xml";
        call.Response.ContentLength = body.Length + (_xml is null ? 0 : Prolog.Length);
        if (_xml is not null)
        {
            await call.Response.Body.WriteAsync(Prolog, call.Aborted).ConfigureAwait(false);
        }
        await call.Response.Body.WriteAsync(body, call.Aborted).ConfigureAwait(false);
    }
}
