using S3Gen.OtherServices.Obstacles;
using S3Gen.Runtime;

namespace S3Gen.OtherServices.Tests;

/// <summary>Resources, mixins, host prefixes, paginators, waiters and errors.</summary>
public sealed class CourseTests
{
    private static readonly WaiterOptions Quick = new() { MinDelay = TimeSpan.FromMilliseconds(1), MaxDelay = TimeSpan.FromMilliseconds(2) };

    [Test]
    public async Task Pages_of_a_resource_follow_each_other_by_members_of_a_mixin()
    {
        (ObstacleCourseClient client, ScriptedTransport transport) = ObstacleCourse.Answering(Courses("<nextToken>2</nextToken>", ("a", "open")), Courses("", ("b", "closed")));
        await using (client)
        {
            List<string?> ids = [];
            await foreach (CourseSummary course in client.ListCoursesItemsAsync(new ListCoursesRequest { MaxResults = 1 }))
            {
                ids.Add(course.Id);
            }

            Assert.That(ids, Is.EqualTo(["a", "b"]));
            Assert.That(transport.Targets.Select(target => target.PathAndQuery), Is.EqualTo(["/courses?size=1", "/courses?size=1&token=2"]));
        }
    }

    [Test]
    public async Task A_trait_applied_to_a_member_of_a_mixin_counts()
    {
        (ObstacleCourseClient client, ScriptedTransport transport) = ObstacleCourse.Answering(Courses(""));
        await using (client)
        {
            await Assert.ThatAsync(
                () => client.ListCoursesAsync(new ListCoursesRequest { MaxResults = 101 }),
                Throws.ArgumentException.With.Message.Contains("ListCoursesRequest.MaxResults is 101, which is not within 1 and 100"));
        }

        Assert.That(transport.Requests, Is.Empty);
    }

    [Test]
    public async Task The_host_has_the_prefix_of_the_operation()
    {
        (ObstacleCourseClient client, ScriptedTransport transport) = ObstacleCourse.Answering(Course("open"));
        await using (client)
        {
            await client.GetCourseAsync(new GetCourseRequest { CourseId = "1", Account = "acme" });
            await Assert.ThatAsync(
                () => client.GetCourseAsync(new GetCourseRequest { CourseId = "1", Account = "evil.example/" }),
                Throws.ArgumentException.With.Message.Contains("GetCourseRequest.Account"));
        }

        Assert.That(transport.Targets.Select(target => target.AbsoluteUri), Is.EqualTo(["https://acme.data.obstacles.example/courses/1"]));
    }

    [Test]
    public async Task A_list_of_lists_is_read()
    {
        (ObstacleCourseClient client, _) = ObstacleCourse.Answering(ScriptedTransport.Xml(
            "<ListHurdlesOutput><hurdles><row><cell>1</cell><cell>2</cell></row><row/></hurdles></ListHurdlesOutput>"));
        await using (client)
        {
            ListHurdlesResponse response = await client.ListHurdlesAsync(new ListHurdlesRequest());

            Assert.That(response.Hurdles[0], Is.EqualTo([1, 2]));
            Assert.That(response.Hurdles[1], Is.Empty);
        }
    }

    [Test]
    public async Task A_waiter_compares_a_member_of_the_output()
    {
        (ObstacleCourseClient client, ScriptedTransport transport) = ObstacleCourse.Answering(Course("closed"), Course("closed"), Course("open"));
        await using (client)
        {
            await client.WaitUntilCourseOpenAsync(new GetCourseRequest { CourseId = "1", Account = "acme" }, Quick);
        }

        Assert.That(transport.Requests, Has.Count.EqualTo(3));
    }

    [Test]
    public async Task A_waiter_compares_a_boolean_of_the_output()
    {
        (ObstacleCourseClient client, ScriptedTransport transport) = ObstacleCourse.Answering(Course("open", "false"), Course("open", "true"));
        await using (client)
        {
            await client.WaitUntilCourseReadyAsync(new GetCourseRequest { CourseId = "1", Account = "acme" }, Quick);
        }

        Assert.That(transport.Requests, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task A_waiter_compares_all_items_of_the_output_of_which_there_have_to_be_some()
    {
        (ObstacleCourseClient client, ScriptedTransport transport) = ObstacleCourse.Answering(
            Courses(""), Courses("", ("a", "open"), ("b", "new")), Courses("", ("a", "open"), ("b", "open")));
        await using (client)
        {
            await client.WaitUntilAllCoursesOpenAsync(new ListCoursesRequest(), Quick);
        }

        Assert.That(transport.Requests, Has.Count.EqualTo(3));
    }

    [Test]
    public async Task A_waiter_fails_when_any_item_rules_it_out()
    {
        (ObstacleCourseClient client, _) = ObstacleCourse.Answering(Courses("", ("a", "open"), ("b", "closed")));
        await using (client)
        {
            await Assert.ThatAsync(() => client.WaitUntilAllCoursesOpenAsync(new ListCoursesRequest(), Quick), Throws.InstanceOf<WaiterFailedException>());
        }
    }

    [Test]
    public async Task An_error_has_members_in_headers_and_in_its_document()
    {
        (ObstacleCourseClient client, _) = ObstacleCourse.Answering(Error(
            "CourseNotFound", "<stateNow>closed</stateNow>", 404, new("Retry-After", "7"), new("X-Seen-At", "Thu, 01 Jan 1970 00:00:00 GMT"), new("X-Hint-A", "b")));
        await using (client)
        {
            CourseNotFoundException error = (await Assert.ThrowsAsync<CourseNotFoundException>(
                () => client.GetCourseAsync(new GetCourseRequest { CourseId = "1", Account = "acme" })))!;

            Assert.That(error.RetryAfter, Is.EqualTo(7));
            Assert.That(error.SeenAt, Is.EqualTo(DateTimeOffset.UnixEpoch));
            Assert.That(error.Hints["a"], Is.EqualTo("b"));
            Assert.That(error.StateNow, Is.EqualTo(State.Closed));
            Assert.That(error.ServiceMessage, Is.EqualTo("m"));
            Assert.That(error.RequestId, Is.EqualTo("r"));
        }
    }

    [Test]
    public async Task A_malformed_member_of_an_error_makes_the_response_malformed()
    {
        (ObstacleCourseClient client, _) = ObstacleCourse.Answering(Error("CourseNotFound", "", 404, KeyValuePair.Create("Retry-After", "soon")));
        await using (client)
        {
            ObstacleCourseException error = (await Assert.ThrowsAsync<ObstacleCourseException>(
                () => client.GetCourseAsync(new GetCourseRequest { CourseId = "1", Account = "acme" })))!;

            Assert.That(error.IsMalformedResponse);
            Assert.That(error.Message, Does.Contain("'Retry-After'"));
            Assert.That(error.ErrorCode, Is.EqualTo("CourseNotFound"));
        }
    }

    [Test]
    public async Task An_error_of_the_service_is_one_of_every_operation()
    {
        (ObstacleCourseClient client, _) = ObstacleCourse.Answering(Error("Throttled", "", 429));
        await using (client)
        {
            await Assert.ThatAsync(() => client.ListHurdlesAsync(new ListHurdlesRequest()), Throws.InstanceOf<ThrottledException>());
        }
    }

    private static ModelCases.Http.WireResponse Course(string state, string ready = "true") => ScriptedTransport.Xml(
        $"<GetCourseOutput><course><state>{state}</state><isReady>{ready}</isReady></course></GetCourseOutput>");

    private static ModelCases.Http.WireResponse Courses(string token, params (string Id, string State)[] courses) => ScriptedTransport.Xml(
        $"<ListCoursesOutput><courses>{string.Concat(courses.Select(course => $"<course id=\"{course.Id}\"><state>{course.State}</state></course>"))}</courses>{token}</ListCoursesOutput>");

    private static ModelCases.Http.WireResponse Error(string code, string members, int status, params KeyValuePair<string, string>[] headers) => ScriptedTransport.Xml(
        $"<ErrorResponse><Error><Code>{code}</Code><Message>m</Message>{members}</Error><RequestId>r</RequestId></ErrorResponse>", status, headers);
}
