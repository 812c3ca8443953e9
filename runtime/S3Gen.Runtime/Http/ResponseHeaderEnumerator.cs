using System.ComponentModel;
using System.Net.Http.Headers;

namespace S3Gen.Runtime.CodeGen;

/// <summary>Enumerates the headers of a response and of its content as they came, without parsing or allocating.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public ref struct ResponseHeaderEnumerator
{
    private readonly HttpContent _content;
    private HttpHeadersNonValidated.Enumerator _headers;
    private bool _isInContent;

    internal ResponseHeaderEnumerator(HttpResponseMessage message)
    {
        _content = message.Content;
        _headers = message.Headers.NonValidated.GetEnumerator();
    }

    /// <summary>The current header.</summary>
    public readonly ResponseHeader Current => new(_headers.Current.Key, _headers.Current.Value);

    /// <summary>Goes to the next header.</summary>
    /// <returns>False at the end.</returns>
    public bool MoveNext()
    {
        if (_headers.MoveNext())
        {
            return true;
        }

        if (_isInContent)
        {
            return false;
        }

        _isInContent = true;
        _headers = _content.Headers.NonValidated.GetEnumerator();
        return _headers.MoveNext();
    }
}
