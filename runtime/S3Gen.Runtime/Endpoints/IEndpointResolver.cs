namespace S3Gen.Runtime;

/// <summary>Decides where a request goes. A client keeps the answers, so the same parameters have to give the same endpoint.</summary>
public interface IEndpointResolver
{
    /// <summary>Finds the endpoint.</summary>
    /// <param name="parameters">What it depends on.</param>
    /// <exception cref="ArgumentException">The parameters cannot go together.</exception>
    Endpoint Resolve(in EndpointParameters parameters);
}
