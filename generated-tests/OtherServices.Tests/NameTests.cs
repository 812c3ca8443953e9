using System.Numerics;
using System.Text;
using S3Gen.ModelCases.Http;
using S3Gen.OtherServices.Obstacles;

namespace S3Gen.OtherServices.Tests;

/// <summary>Names that are keywords, or that C#, the runtime or the generated code has for something else.</summary>
public sealed class NameTests
{
    private static readonly Names Torture = new()
    {
        Class = "1", Event = "2", Request = "3", Response = "4", Head = "5", Reader = "6", Name = "7", Xml = "8", Item = ["9", "10"], Key = "11",
        Entry = new Dictionary<string, string> { ["k"] = "12" }, Value = "13", Part = "14", Text = "15", Content = "16", NamesValue = ["17", "18"],
        EqualsValue = "19", ToStringValue = "20", GetHashCodeValue = "21",
    };

    [Test]
    public async Task Members_of_any_name_travel_there_and_back()
    {
        const string Elements =
            "<this><class>1</class><e:vent xmlns:e=\"urn:e\">2</e:vent><request>3</request><response>4</response><head>5</head><reader>6</reader><name>7</name>"
            + "<xml>8</xml><item><member>9</member><member>10</member></item><key>11</key><entry><entry><key>k</key><value>12</value></entry></entry>"
            + "<value>13</value><part>14</part><text>15</text><content>16</content><n>17</n><n>18</n><equals>19</equals><toString>20</toString>"
            + "<getHashCode>21</getHashCode></this>";
        (ObstacleCourseClient client, ScriptedTransport transport) = ObstacleCourse.Answering(
            ScriptedTransport.Xml($"<PutNamesOutput>{Elements}</PutNamesOutput>", 200, KeyValuePair.Create("X-Host", "here")));
        await using (client)
        {
            PutNamesResponse response = await client.PutNamesAsync(new PutNamesRequest { Namespace = "n", This = Torture, Token = "t" });

            Assert.That(transport.Body(), Does.Contain(Elements));
            Assert.That(response.This!.Class, Is.EqualTo("1"));
            Assert.That(response.This.Event, Is.EqualTo("2"));
            Assert.That(response.This.Item, Is.EqualTo(["9", "10"]));
            Assert.That(response.This.Entry["k"], Is.EqualTo("12"));
            Assert.That(response.This.NamesValue, Is.EqualTo(["17", "18"]));
            Assert.That(response.This.GetHashCodeValue, Is.EqualTo("21"));
            Assert.That(response.StatusCodeValue, Is.EqualTo(200));
            Assert.That(response.HostIdValue, Is.EqualTo("here"));
        }
    }

    [Test]
    public async Task Shapes_named_as_types_of_the_runtime_or_of_operations_take_the_suffix_Shape()
    {
        (ObstacleCourseClient client, ScriptedTransport transport) = ObstacleCourse.Answering(ScriptedTransport.Xml("<PutNamesOutput/>"));
        await using (client)
        {
            await client.PutNamesAsync(new PutNamesRequest
            {
                Namespace = "n",
                Token = "t",
                Task = new TaskShape
                {
                    Task = "a",
                    Stream = new StreamShape { Self = new StreamShape { Type = TypeShape.Two } },
                    List = [new ObjectShape { Dynamic = Encoding.UTF8.GetBytes("b"), Object = new ObjectShape() }],
                    Void = new GetClashRequestShape { Is = true },
                },
                Duplicate = new OnlyOnce { ObstacleCourseClient = new ObstacleCourseClientShape { NamesXml = new NamesXmlShape { Field = 1.5 } } },
            });
        }

        Assert.That(transport.Body(), Does.Contain(
            "<task><task>a</task><stream><self><type>2</type></self></stream><list><member><object></object><dynamic>Yg==</dynamic></member></list><void><is>true</is></void></task>"
            + "<duplicate><ObstacleCourseClient><NamesXml><field>1.5</field></NamesXml></ObstacleCourseClient></duplicate>"));
    }

    [Test]
    public async Task Literals_lists_and_maps_of_the_query_keep_their_order()
    {
        (ObstacleCourseClient client, ScriptedTransport transport) = ObstacleCourse.Answering(ScriptedTransport.Xml("<PutNamesOutput/>"));
        await using (client)
        {
            await client.PutNamesAsync(new PutNamesRequest
            {
                Namespace = "a/b c",
                Operator = ["x", "y,z"],
                When = [DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddSeconds(1)],
                Params = new Dictionary<string, IReadOnlyList<string>> { ["z"] = ["2", "1"], ["set"] = ["off"] },
                Token = "t",
            });
        }

        Assert.That(transport.Targets[0].PathAndQuery, Is.EqualTo("/names/a%2Fb%20c?literal=&set=on&z=2&z=1"));
        Assert.That(transport.Requests[0].Headers["x-operator"], Is.EqualTo("x, \"y,z\""));
        Assert.That(transport.Requests[0].Headers["x-when"], Is.EqualTo("Thu, 01 Jan 1970 00:00:00 GMT, Thu, 01 Jan 1970 00:00:01 GMT"));
    }

    [Test]
    public async Task An_idempotency_token_in_a_document_is_made_where_the_caller_gives_none()
    {
        (ObstacleCourseClient client, ScriptedTransport transport) = ObstacleCourse.Answering(ScriptedTransport.Xml("<PutNamesOutput/>"));
        await using (client)
        {
            await client.PutNamesAsync(new PutNamesRequest { Namespace = "n" });
        }

        Assert.That(transport.Body(), Does.Match("<token>[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}</token>"));
    }

    [Test]
    public async Task An_operation_named_as_a_method_of_the_client_is_an_overload()
    {
        (ObstacleCourseClient client, ScriptedTransport transport) = ObstacleCourse.Answering(new WireResponse(204, [], default));
        await using (client)
        {
            DisposeResponse response = await client.DisposeAsync(new DisposeRequest());

            Assert.That((int)response.StatusCode, Is.EqualTo(204));
            Assert.That(transport.Requests[0].Method, Is.EqualTo("DELETE"));
        }
    }

    [Test]
    public async Task A_structure_named_as_the_request_of_its_operation_is_its_member()
    {
        (ObstacleCourseClient client, ScriptedTransport transport) = ObstacleCourse.Answering(
            ScriptedTransport.Xml("<GetClashResponse><clash><clash>c</clash></clash></GetClashResponse>"));
        await using (client)
        {
            GetClashResponse response = await client.GetClashAsync(new GetClashRequest { GetClashRequestValue = new GetClashRequestShape { Is = false } });

            Assert.That(transport.Body(), Is.EqualTo("<GetClashInput xmlns=\"urn:obstacles\"><getClashRequest><is>false</is></getClashRequest></GetClashInput>"));
            Assert.That(response.Clash!.Clash, Is.EqualTo("c"));
        }
    }

    [Test]
    public async Task Maps_in_maps_sparse_lists_and_big_numbers_travel_there_and_back()
    {
        const string Elements =
            "<maps><entry><outer>o</outer><inner><entry><state>open</state><count>3</count></entry></inner></entry></maps><f><state>closed</state><count>4</count></f>"
            + "<sparse><member>a</member><member></member></sparse><big>123456789012345678901234567890</big><precise>0.1000</precise>"
            + "<lists><member><entry><state>open</state><count>5</count></entry></member></lists>"
            + "<times><epoch>1</epoch><http>Thu, 01 Jan 1970 00:00:01 GMT</http><iso>1970-01-01T00:00:01Z</iso></times>";
        Dictionary<string, int> open = new() { ["open"] = 3 };
        DateTimeOffset second = DateTimeOffset.UnixEpoch.AddSeconds(1);
        (ObstacleCourseClient client, ScriptedTransport transport) = ObstacleCourse.Answering(ScriptedTransport.Xml($"<PutNestedOutput>{Elements}</PutNestedOutput>"));
        await using (client)
        {
            PutNestedResponse response = await client.PutNestedAsync(new PutNestedRequest
            {
                Maps = new Dictionary<string, IReadOnlyDictionary<string, int>> { ["o"] = open },
                Flat = new Dictionary<string, int> { ["closed"] = 4 },
                Sparse = ["a", null],
                Big = BigInteger.Parse("123456789012345678901234567890", System.Globalization.CultureInfo.InvariantCulture),
                Precise = 0.1000m,
                Lists = [new Dictionary<string, int> { ["open"] = 5 }],
                Times = new Times { Epoch = second, Http = second, Iso = second },
            });

            Assert.That(transport.Body(), Does.Contain(Elements));
            Assert.That(response.Maps["o"], Is.EqualTo(open));
            Assert.That(response.Flat["closed"], Is.EqualTo(4));
            Assert.That(response.Sparse, Is.EqualTo(new[] { "a", null }));
            Assert.That(response.Big.ToString(), Is.EqualTo("123456789012345678901234567890"));
            Assert.That(response.Precise, Is.EqualTo(0.1m));
            Assert.That(response.Lists[0]["open"], Is.EqualTo(5));
            Assert.That(response.Times!.Http, Is.EqualTo(second));
        }
    }
}
