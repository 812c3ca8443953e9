namespace S3Gen.Generator.Tests.Harness;

/// <summary>Small models for tests.</summary>
internal static class Models
{
    /// <summary>The S3 model of the repository.</summary>
    public static string S3 { get; } = File.ReadAllText(Path.Combine(Root, "model", "s3.json"));

    public static string S3Overlay { get; } = File.ReadAllText(Path.Combine(Root, "model", "s3.overlay.json"));

    /// <summary>A service of two operations: a listing with a flattened list, and one that puts a structure.</summary>
    public static string Shelf => """
        {
          "smithy": "2.0",
          "shapes": {
            "shelf#Shelf": {
              "type": "service",
              "version": "2026-01-01",
              "operations": [{ "target": "shelf#ListBooks" }, { "target": "shelf#PutBook" }],
              "traits": {
                "aws.api#service": { "sdkId": "Shelf", "endpointPrefix": "shelf" },
                "aws.auth#sigv4": { "name": "shelf" },
                "aws.protocols#restXml": {},
                "smithy.api#xmlNamespace": { "uri": "https://shelf.example/" }
              }
            },
            "shelf#ListBooks": {
              "type": "operation",
              "input": { "target": "shelf#ListBooksInput" },
              "output": { "target": "shelf#ListBooksOutput" },
              "errors": [{ "target": "shelf#Closed" }],
              "traits": { "smithy.api#http": { "method": "GET", "uri": "/books?list", "code": 200 } }
            },
            "shelf#ListBooksInput": {
              "type": "structure",
              "members": {
                "Prefix": { "target": "smithy.api#String", "traits": { "smithy.api#httpQuery": "prefix" } }
              }
            },
            "shelf#ListBooksOutput": {
              "type": "structure",
              "members": {
                "Books": { "target": "shelf#Books", "traits": { "smithy.api#xmlFlattened": {}, "smithy.api#xmlName": "Book" } }
              }
            },
            "shelf#Books": { "type": "list", "member": { "target": "shelf#Book" } },
            "shelf#Book": {
              "type": "structure",
              "members": {
                "Title": { "target": "smithy.api#String", "traits": { "smithy.api#required": {} } },
                "Pages": { "target": "smithy.api#Integer" }
              }
            },
            "shelf#PutBook": {
              "type": "operation",
              "input": { "target": "shelf#PutBookInput" },
              "traits": { "smithy.api#http": { "method": "PUT", "uri": "/books/{Id}", "code": 200 } }
            },
            "shelf#PutBookInput": {
              "type": "structure",
              "members": {
                "Id": { "target": "smithy.api#String", "traits": { "smithy.api#httpLabel": {}, "smithy.api#required": {} } },
                "Book": { "target": "shelf#Book", "traits": { "smithy.api#httpPayload": {} } }
              }
            },
            "shelf#Closed": { "type": "structure", "members": {}, "traits": { "smithy.api#error": "client", "smithy.api#httpError": 403 } }
          }
        }
        """;

    public static string Root
    {
        get
        {
            DirectoryInfo? folder = new(AppContext.BaseDirectory);
            while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "S3Gen.sln")))
            {
                folder = folder.Parent;
            }

            return folder?.FullName ?? throw new DirectoryNotFoundException("The tests run outside the repository.");
        }
    }
}
