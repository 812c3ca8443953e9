using S3Gen.ModelCases.Http;
using S3Gen.OtherServices.Obstacles;

namespace S3Gen.OtherServices.Tests;

/// <summary>Clients of the obstacle course.</summary>
internal static class ObstacleCourse
{
    public static ObstacleCourseClient Client(ScriptedTransport transport) => new(new ObstacleCourseClientOptions
    {
        Region = "us-east-1",
        EndpointUrl = new Uri("https://obstacles.example"),
        Credentials = ScriptedTransport.Credentials,
        MaxRetries = 0,
        Transport = transport,
    });

    public static (ObstacleCourseClient Client, ScriptedTransport Transport) Answering(params WireResponse[] responses)
    {
        ScriptedTransport transport = new(responses);
        return (Client(transport), transport);
    }
}
