using System.Net;
using S3Gen.Runtime;
using S3Gen.Runtime.CodeGen;

namespace S3Gen.Benchmarks.Micro.Documents;

/// <summary>A document that S3 takes and gives back.</summary>
public abstract class Document
{
    /// <summary>The document as S3Gen writes it.</summary>
    public abstract byte[] Utf8 { get; }

    /// <summary>Marshals the request that carries the document.</summary>
    /// <returns>The document's length.</returns>
    public abstract int Write();

    /// <summary>Unmarshals the response that carries it.</summary>
    public abstract object Read();
}

/// <inheritdoc/>
internal sealed class Document<TPut, TPutResponse, TGet, TGetResponse> : Document
    where TPut : class
    where TGetResponse : ServiceResponse
{
    private readonly string _name;
    private readonly Operation<TPut, TPutResponse> _put;
    private readonly Operation<TGet, TGetResponse> _get;
    private readonly TPut _request = Sample.Of<TPut>();
    private readonly RequestHead _head = new();
    private readonly ResponseHead _response = new();

    public Document(string name, Operation<TPut, TPutResponse> put, Operation<TGet, TGetResponse> get)
    {
        _name = name;
        _put = put;
        _get = get;
        _put.Write(_request, _head);
        Utf8 = _head.Xml.ToArray();
        _response.Set(new HttpResponseMessage(HttpStatusCode.OK), Utf8, null);
    }

    public override byte[] Utf8 { get; }

    public override int Write()
    {
        _head.Reset();
        _put.Write(_request, _head);
        return _head.Xml.Length;
    }

    public override object Read() => _get.Read(_response)!;

    public override string ToString() => _name;
}
