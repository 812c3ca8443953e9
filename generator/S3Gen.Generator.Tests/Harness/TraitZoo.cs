namespace S3Gen.Generator.Tests.Harness;

/// <summary>A service that uses every kind of shape and every trait that the generator reads.</summary>
internal static class TraitZoo
{
    public const string Model = """
        {
          "smithy": "2.0",
          "metadata": { "suppressions": [] },
          "shapes": {
            "zoo#Zoo": {
              "type": "service", "version": "2026-01-01",
              "operations": [{ "target": "zoo#Feed" }, { "target": "zoo#Watch" }, { "target": "zoo#Count" }],
              "resources": [{ "target": "zoo#Cage" }],
              "traits": {
                "aws.api#service": { "sdkId": "Zoo", "arnNamespace": "zoo", "endpointPrefix": "zoo" },
                "aws.auth#sigv4": { "name": "zoo" },
                "aws.protocols#restXml": { "noErrorWrapping": true },
                "smithy.api#paginated": { "inputToken": "Token", "outputToken": "Next.Token", "pageSize": "Size" },
                "smithy.api#title": "The zoo",
                "smithy.rules#clientContextParams": { "Night": { "type": "boolean", "documentation": "Open at night." } },
                "smithy.rules#endpointRuleSet": {
                  "version": "1.0",
                  "parameters": {
                    "Endpoint": { "type": "string", "builtIn": "SDK::Endpoint" }, "Region": { "type": "string", "builtIn": "AWS::Region" },
                    "Keeper": { "type": "string" }, "Night": { "type": "boolean" }, "Quiet": { "type": "boolean" }, "Mark": { "type": "string" }
                  },
                  "rules": [{
                    "type": "endpoint", "conditions": [{ "fn": "isSet", "argv": [{ "ref": "Region" }] }, { "fn": "booleanEquals", "argv": [{ "ref": "Quiet" }, true] }],
                    "endpoint": { "url": "https://zoo.{Region}.example", "properties": { "authSchemes": [{ "name": "sigv4", "signingName": "zoo", "signingRegion": "{Region}" }] }, "headers": {} }
                  }, { "type": "error", "conditions": [], "error": "The zoo is closed." }]
                },
                "smithy.rules#endpointBdd": {
                  "version": "1.1", "parameters": { "Region": { "type": "string", "builtIn": "AWS::Region" } }, "conditions": [],
                  "results": [{ "type": "endpoint", "conditions": [], "endpoint": { "url": "https://zoo.example" } }],
                  "root": 100000001, "nodeCount": 1, "nodes": "/////wAAAAH/////"
                },
                "smithy.api#xmlNamespace": { "uri": "https://zoo.example/", "prefix": "z" }
              }
            },
            "zoo#Cage": { "type": "resource", "identifiers": {}, "read": { "target": "zoo#Look" }, "collectionOperations": [{ "target": "zoo#Sweep" }] },
            "zoo#Feed": {
              "type": "operation", "input": { "target": "zoo#FeedInput" }, "output": { "target": "zoo#FeedOutput" },
              "errors": [{ "target": "zoo#Bitten" }],
              "traits": {
                "smithy.api#http": { "method": "POST", "uri": "/{Keeper}/{Path+}?feed&v=1", "code": 200 },
                "smithy.api#documentation": "Feeds an animal.",
                "smithy.api#externalDocumentation": { "Zoo API": "https://zoo.example/feed" },
                "smithy.api#deprecated": { "message": "It is fed already.", "since": "2026" },
                "smithy.api#endpoint": { "hostPrefix": "{Host}.zoo-" },
                "smithy.api#idempotent": {},
                "s3gen.traits#repeatable": {},
                "smithy.api#httpChecksumRequired": {},
                "smithy.api#requestCompression": { "encodings": ["gzip"] },
                "aws.auth#unsignedPayload": {},
                "s3gen.traits#errorInSuccess": {}
              }
            },
            "zoo#Kept": { "type": "structure", "members": {}, "traits": { "smithy.api#mixin": { "localTraits": [] } } },
            "zoo#FeedInput": {
              "type": "structure", "mixins": [{ "target": "zoo#Kept" }],
              "members": {
                "Keeper": { "target": "zoo#KeeperName", "traits": { "smithy.rules#contextParam": { "name": "Keeper" }, "smithy.api#httpLabel": {}, "smithy.api#required": {} } },
                "Path": { "target": "zoo#Way", "traits": { "smithy.api#httpLabel": {}, "smithy.api#required": {} } },
                "Host": { "target": "smithy.api#String", "traits": { "smithy.api#hostLabel": {}, "smithy.api#required": {} } },
                "Range": { "target": "zoo#Span", "traits": { "smithy.api#httpHeader": "Range" } },
                "Dates": { "target": "zoo#Dates", "traits": { "smithy.api#httpHeader": "X-Dates" } },
                "Meta": { "target": "zoo#Texts", "traits": { "smithy.api#httpPrefixHeaders": "x-meta-" } },
                "Spoons": { "target": "zoo#Spoons", "traits": { "smithy.api#httpQuery": "spoons" } },
                "More": { "target": "zoo#TextLists", "traits": { "smithy.api#httpQueryParams": {} } },
                "Key": { "target": "zoo#CageKey", "traits": { "smithy.api#httpHeader": "X-Key" } },
                "KeyAlgorithm": { "target": "smithy.api#String", "traits": { "smithy.api#httpHeader": "X-Key-Algorithm" } },
                "KeyDigest": { "target": "smithy.api#String", "traits": { "smithy.api#httpHeader": "X-Key-Digest" } },
                "Secret": { "target": "smithy.api#String", "traits": { "smithy.api#httpHeader": "X-Secret", "smithy.api#sensitive": {} } },
                "Once": { "target": "smithy.api#String", "traits": { "smithy.api#httpQuery": "once", "smithy.api#idempotencyToken": {} } },
                "Animal": { "target": "zoo#Animal", "traits": { "smithy.api#xmlName": "Beast", "smithy.api#required": {} } }
              }
            },
            "zoo#FeedOutput": {
              "type": "structure",
              "members": {
                "Code": { "target": "smithy.api#Integer", "traits": { "smithy.api#httpResponseCode": {} } },
                "Fed": { "target": "smithy.api#Timestamp", "traits": { "smithy.api#httpHeader": "X-Fed", "smithy.api#timestampFormat": "epoch-seconds" } },
                "Meta": { "target": "zoo#Texts", "traits": { "smithy.api#httpPrefixHeaders": "x-meta-" } },
                "Animal": { "target": "zoo#Animal" }
              }
            },
            "zoo#Look": {
              "type": "operation", "input": { "target": "zoo#LookInput" }, "output": { "target": "zoo#LookOutput" },
              "traits": {
                "smithy.api#http": { "method": "GET", "uri": "/look" },
                "smithy.rules#staticContextParams": { "Quiet": { "value": true } },
                "aws.protocols#httpChecksum": { "requestChecksumRequired": false, "requestAlgorithmMember": "Size", "requestValidationModeMember": "Size", "responseAlgorithms": ["CRC32"] },
                "smithy.api#paginated": { "items": "Animals" },
                "smithy.waiters#waitable": {
                  "Seen": { "minDelay": 1, "maxDelay": 9, "acceptors": [{ "state": "success", "matcher": { "success": true } }, { "state": "retry", "matcher": { "errorType": "Bitten" } }] }
                }
              },
              "errors": [{ "target": "zoo#Bitten" }]
            },
            "zoo#LookInput": {
              "type": "structure",
              "members": {
                "Token": { "target": "smithy.api#String", "traits": { "smithy.api#httpQuery": "token" } },
                "Size": { "target": "zoo#Amount", "traits": { "smithy.api#httpQuery": "size" } }
              }
            },
            "zoo#LookOutput": {
              "type": "structure", "traits": { "smithy.api#xmlName": "Looked" },
              "members": {
                "Animals": { "target": "zoo#Animals", "traits": { "smithy.api#xmlFlattened": {}, "smithy.api#xmlName": "Animal" } },
                "Next": { "target": "zoo#Next" }
              }
            },
            "zoo#Next": { "type": "structure", "members": { "Token": { "target": "smithy.api#String" } } },
            "zoo#Sweep": {
              "type": "operation", "input": { "target": "zoo#SweepInput" }, "output": { "target": "zoo#SweepOutput" },
              "traits": {
                "smithy.api#http": { "method": "GET", "uri": "/sweep" },
                "smithy.rules#operationContextParams": { "Mark": { "path": "Marker" } },
                "s3gen.traits#paginated": { "inputTokens": ["Marker"], "outputTokens": ["NextMarker"], "fallbackTokens": ["Animals[-1].Name"], "moreResults": "More", "items": "Animals" }
              }
            },
            "zoo#SweepInput": { "type": "structure", "members": { "Marker": { "target": "smithy.api#String", "traits": { "smithy.api#httpQuery": "marker" } } } },
            "zoo#SweepOutput": {
              "type": "structure",
              "members": {
                "NextMarker": { "target": "smithy.api#String" }, "More": { "target": "smithy.api#Boolean" }, "Animals": { "target": "zoo#Animals" }
              }
            },
            "zoo#Watch": {
              "type": "operation", "input": { "target": "zoo#WatchInput" }, "output": { "target": "zoo#WatchOutput" },
              "traits": { "smithy.api#http": { "method": "PUT", "uri": "/watch" } }
            },
            "zoo#WatchInput": { "type": "structure", "members": { "Body": { "target": "zoo#Bytes", "traits": { "smithy.api#httpPayload": {} } } } },
            "zoo#WatchOutput": { "type": "structure", "members": { "Events": { "target": "zoo#Events", "traits": { "smithy.api#httpPayload": {} } } } },
            "zoo#Events": {
              "type": "union", "traits": { "smithy.api#streaming": {}, "s3gen.traits#finalEvent": { "name": "End" } },
              "members": { "Roar": { "target": "zoo#Roar" }, "End": { "target": "zoo#End" } }
            },
            "zoo#Roar": {
              "type": "structure",
              "members": { "Loud": { "target": "smithy.api#Integer", "traits": { "smithy.api#eventHeader": {} } }, "Sound": { "target": "smithy.api#Blob", "traits": { "smithy.api#eventPayload": {} } } }
            },
            "zoo#End": { "type": "structure", "members": {} },
            "zoo#Count": {
              "type": "operation", "input": { "target": "smithy.api#Unit" }, "output": { "target": "zoo#CountOutput" },
              "traits": { "smithy.api#http": { "method": "GET", "uri": "/count" }, "aws.customizations#s3UnwrappedXmlOutput": {} }
            },
            "zoo#CountOutput": { "type": "structure", "members": { "Kind": { "target": "zoo#Kind" } } },
            "zoo#Animals": { "type": "list", "member": { "target": "zoo#Animal", "traits": { "smithy.api#xmlName": "Animal" } } },
            "zoo#Animal": {
              "type": "structure",
              "traits": { "s3gen.traits#rename": { "name": "Beast" }, "smithy.api#xmlNamespace": { "uri": "https://zoo.example/animal" } },
              "members": {
                "Name": { "target": "smithy.api#String", "traits": { "smithy.api#xmlAttribute": {}, "smithy.api#documentation": "What it is called.", "smithy.api#length": { "min": 1, "max": 9 } } },
                "Kind": { "target": "zoo#Kind" }, "Legs": { "target": "zoo#Legs" }, "Born": { "target": "zoo#Day" }, "Weight": { "target": "smithy.api#Double" },
                "Young": { "target": "zoo#Animals" }, "Holes": { "target": "zoo#Holes" }, "Food": { "target": "zoo#Food" }, "Marks": { "target": "zoo#Texts" },
                "Photo": { "target": "smithy.api#Blob" }, "Mass": { "target": "smithy.api#BigDecimal" }, "Number": { "target": "smithy.api#BigInteger" },
                "Tame": { "target": "smithy.api#Boolean" }, "Age": { "target": "smithy.api#Byte" }, "Rank": { "target": "smithy.api#Short" }, "Id": { "target": "smithy.api#Long" }, "Speed": { "target": "smithy.api#Float" }
              }
            },
            "zoo#Food": { "type": "union", "members": { "Meat": { "target": "smithy.api#String" }, "Plants": { "target": "zoo#Texts" }, "Other": { "target": "zoo#End" } } },
            "zoo#Kind": { "type": "enum", "members": { "CAT": { "target": "smithy.api#Unit", "traits": { "smithy.api#enumValue": "cat" } }, "DOG": { "target": "smithy.api#Unit" } } },
            "zoo#Legs": { "type": "intEnum", "members": { "TWO": { "target": "smithy.api#Unit", "traits": { "smithy.api#enumValue": 2 } }, "FOUR": { "target": "smithy.api#Unit", "traits": { "smithy.api#enumValue": 4 } } } },
            "zoo#Holes": { "type": "list", "member": { "target": "smithy.api#String" }, "traits": { "smithy.api#sparse": {} } },
            "zoo#Dates": { "type": "list", "member": { "target": "smithy.api#Timestamp" } },
            "zoo#Spoons": { "type": "list", "member": { "target": "zoo#Amount" } },
            "zoo#Texts": { "type": "map", "key": { "target": "smithy.api#String", "traits": { "smithy.api#xmlName": "k" } }, "value": { "target": "smithy.api#String" } },
            "zoo#TextList": { "type": "list", "member": { "target": "smithy.api#String" } },
            "zoo#TextLists": { "type": "map", "key": { "target": "smithy.api#String" }, "value": { "target": "zoo#TextList" } },
            "zoo#KeeperName": { "type": "string", "traits": { "s3gen.traits#bucketName": {} } },
            "zoo#CageKey": { "type": "string", "traits": { "s3gen.traits#customerKey": { "algorithm": "KeyAlgorithm", "digest": "KeyDigest" }, "smithy.api#sensitive": {} } },
            "zoo#Way": { "type": "string", "traits": { "s3gen.traits#objectKey": {} } },
            "zoo#Span": { "type": "string", "traits": { "s3gen.traits#byteRange": {} } },
            "zoo#Amount": { "type": "integer", "traits": { "smithy.api#range": { "min": 1, "max": 9 } } },
            "zoo#Day": { "type": "timestamp", "traits": { "smithy.api#timestampFormat": "date-time" } },
            "zoo#Bytes": { "type": "blob", "traits": { "smithy.api#streaming": {}, "smithy.api#mediaType": "image/png" } },
            "zoo#Bitten": { "type": "structure", "members": { "Where": { "target": "smithy.api#String" } }, "traits": { "smithy.api#error": "client", "smithy.api#httpError": 409 } },
            "zoo#Kind$DOG": { "type": "apply", "traits": { "smithy.api#documentation": "It barks." } }
          }
        }
        """;
}
